// Opens a sealed page in the family's browser. docs/sealed-format.md describes what it
// reads. It is in every file, so it is small, and it runs as it is written here: only
// lines that are comments, and spaces at the start of a line, are left out. Phones of
// 2019 (iOS 12.2) have to understand every line.
(() => {
  'use strict';
  const FORMAT = 'kinfolio/1';
  const NAME = '[a-z2-7]{26}';
  const FILE = `(?:index|${NAME})\\.html`;
  const DAYS_90 = 90 * 24 * 60 * 60 * 1000;
  const subtle = window.crypto && crypto.subtle;
  const root = document.documentElement;
  const sheet = document.querySelector('style').sheet;
  const sections = Array.from(document.querySelectorAll('section'));
  const data = JSON.parse(document.getElementById('sealed').textContent);
  const { school, place, name, role } = data;
  const STORE = `kinfolio:${school}`;
  const isReader = role === 'reader' || role === 'closed';
  const all = (from, selector, each) => Array.from(from.querySelectorAll(selector)).forEach(each);

  // --- Bytes ---
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const base64Of = (bytes) => btoa(String.fromCharCode.apply(null, bytes));
  const ascii = (text) => new TextEncoder().encode(text);
  const text = (bytes) => new TextDecoder().decode(bytes);

  const base32 = (bytes) => Array.from(bytes, (byte) => (byte + 256).toString(2).slice(1)).join('')
    .match(/.{1,5}/g).map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five.padEnd(5, '0'), 2)]).join('');

  const fields = (...parts) => {
    // None of them is longer than 255 bytes.
    const out = [];
    parts.forEach((part) => {
      const bytes = typeof part === 'string' ? ascii(part) : part;
      out.push(0, 0, 0, bytes.length, ...bytes);
    });
    return new Uint8Array(out);
  };

  // RFC 1951. Browsers have had their own since 2023 only, and this one is always tested.
  const inflate = (input) => {
    let out = new Uint8Array(input.length * 6 + 1024);
    let size = 0, at = 0, hold = 0, bits = 0;
    const take = (count) => {
      for (; bits < count; bits += 8) {
        if (at >= input.length) throw Error('deflate');
        hold |= input[at++] << bits;
      }
      const value = hold & (1 << count) - 1;
      hold >>>= count;
      bits -= count;
      return value;
    };
    const room = (count) => {
      if (size + count <= out.length) return;
      const larger = new Uint8Array((size + count) * 2);
      larger.set(out);
      out = larger;
    };
    const tree = (lengths) => {
      const counts = new Uint16Array(16), starts = [0, 0], symbols = [];
      lengths.forEach((length) => { if (length) counts[length]++; });
      for (let length = 1; length < 15; length++) starts.push(starts[length] + counts[length]);
      lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
      return { counts, symbols };
    };
    const next = ({ counts, symbols }) => {
      let code = 0, first = 0, index = 0;
      for (let length = 1; length < 16; length++) {
        code |= take(1);
        const count = counts[length];
        if (code - first < count) return symbols[index + code - first];
        index += count;
        first = first + count << 1;
        code <<= 1;
      }
      throw Error('deflate');
    };
    const lengthsOfBlock = () => {
      const literals = take(5) + 257, distances = take(5) + 1, count = take(4) + 4;
      const short = Array(19).fill(0), lengths = [];
      for (let i = 0; i < count; i++) short[[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15][i]] = take(3);
      const codes = tree(short);
      while (lengths.length < literals + distances) {
        const symbol = next(codes);
        let value = 0, times = 1;
        if (symbol < 16) value = symbol;
        else if (symbol === 16) { value = lengths[lengths.length - 1]; times = 3 + take(2); }
        else times = symbol === 17 ? 3 + take(3) : 11 + take(7);
        while (times--) lengths.push(value);
      }
      return [tree(lengths.slice(0, literals)), tree(lengths.slice(literals))];
    };
    const fixed = () => [
      tree(Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
      tree(Array(30).fill(5)),
    ];
    for (let last = 0; !last;) {
      last = take(1);
      const kind = take(2);
      if (!kind) {
        hold = bits = 0;
        const count = input[at] | input[at + 1] << 8;
        room(count);
        out.set(input.subarray(at + 4, at + 4 + count), size);
        at += 4 + count;
        size += count;
        if (!(at <= input.length)) throw Error('deflate');
        continue;
      }
      const [literals, distances] = kind === 1 ? fixed() : lengthsOfBlock();
      for (let symbol; (symbol = next(literals)) !== 256;) {
        room(258);
        if (symbol < 256) {
          out[size++] = symbol;
          continue;
        }
        const i = symbol - 257;
        const more = i < 8 || i === 28 ? 0 : (i >> 2) - 1;
        let length = (i < 8 ? i + 3 : i === 28 ? 258 : (4 + (i & 3) << more) + 3) + take(more);
        const d = next(distances);
        const far = d < 2 ? 0 : (d >> 1) - 1;
        const distance = (d < 2 ? d + 1 : (2 + (d & 1) << far) + 1) + take(far);
        for (; length--; size++) out[size] = out[size - distance];
      }
    }
    return out.subarray(0, size);
  };

  // --- Keys ---
  // A key is base64, bytes, or the key that the phone remembers and nobody can read.
  const derive = async (key, info) => {
    const raw = typeof key === 'string' ? bytesOf(key) : key;
    const base = raw.type ? raw : await subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
    return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }, base, 256));
  };

  const decrypt = async (key, bytes, about) => {
    const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: about }, aes, bytes.subarray(12)));
  };

  const unseal = async (keys, object, bytes, kind) => {
    const key = keys.key ? await derive(keys.key, fields(`${FORMAT} object`, object)) : bytesOf(keys.objects[object]);
    const plain = await decrypt(key, bytes, fields(FORMAT, school, place, object));
    const length = new DataView(plain.buffer).getUint32(1);
    if (plain[0] !== kind || length > plain.length - 5) throw Error('object');
    return plain.subarray(5, 5 + length);
  };

  const pageOf = async (keys, kind) => text(inflate(await unseal(keys, name, bytesOf(data.object), kind)));

  // What a slot holds, or nothing if none of them opens.
  const openSlots = async (slots, secret, kind, about) => {
    const key = await derive(secret, fields(`${FORMAT} ${kind} slot`, place));
    for (const slot of slots) {
      try {
        const plain = await decrypt(key, bytesOf(slot), fields(FORMAT, school, place, kind, ...about));
        return { reader: base32(plain.subarray(0, 16)), key: base64Of(plain.subarray(16)), sites: {}, renewed: {} };
      } catch (error) {
        continue;
      }
    }
    return null;
  };

  const openLink = async (link) => {
    const secret = bytesOf(`${link.slice(0, 22).replace(/-/g, '+').replace(/_/g, '/')}==`);
    const check = new Uint8Array(await subtle.digest('SHA-256', fields(`${FORMAT} link check`, secret)));
    const right = base64Of(check).slice(0, 2).replace('+', '-').replace('/', '_');
    if (right !== link.slice(22)) return 'cut';
    return await openSlots([data.link], secret, 'link', []) || 'replaced';
  };

  const openCode = async (digits) => {
    const { rounds } = data;
    if (!(rounds >= 1e5 && rounds <= 5e6)) throw Error('rounds');
    const password = await subtle.importKey('raw', ascii(digits), 'PBKDF2', false, ['deriveBits']);
    const stretched = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(data.salt), iterations: rounds }, password, 256);
    return openSlots(data.codes, new Uint8Array(stretched), 'code', [String(rounds)]);
  };

  // --- What this tab and this phone know ---
  // Without storage the name of the tab has to do. It goes when a link leads elsewhere.
  let session = null;
  const restore = () => {
    let kept = '';
    try {
      kept = sessionStorage.getItem(STORE);
    } catch (error) {
      if (window.name.indexOf(STORE) === 0) kept = window.name.slice(STORE.length);
    }
    try {
      const read = JSON.parse(kept);
      session = RegExp(`^${NAME}$`).test(read.reader) ? read : null;
    } catch (error) {
      session = null;
    }
    return session;
  };
  const keep = (value) => {
    session = value;
    const written = JSON.stringify(value);
    try {
      if (value) sessionStorage.setItem(STORE, written);
      else sessionStorage.removeItem(STORE);
    } catch (error) {
      window.name = value ? STORE + written : '';
    }
  };

  const atMost = (time, promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, time))]);

  // Does one thing with what the phone remembers. Some browsers never answer.
  const remembered = (action) => atMost(2000, new Promise((done, fail) => {
    const opening = indexedDB.open('kinfolio', 1);
    opening.onerror = opening.onblocked = fail;
    opening.onupgradeneeded = () => opening.result.createObjectStore('readers', { keyPath: 'id' });
    opening.onsuccess = () => {
      try {
        const change = opening.result.transaction('readers', 'readwrite');
        const asked = action(change.objectStore('readers'));
        change.onerror = change.onabort = fail;
        change.oncomplete = () => {
          opening.result.close();
          done(asked.result);
        };
      } catch (error) {
        fail(error);
      }
    };
  }));
  const forget = (reader) => remembered((readers) => readers.delete(`${school}/${reader}`)).catch(() => {});
  const remember = (key, until) => {
    const { reader, sites } = session;
    return remembered((readers) => readers.put({ id: `${school}/${reader}`, school, reader, key, sites: Object.keys(sites), until }));
  };
  // An end that is too far ahead was set when the phone's clock was wrong.
  const recall = async (wanted) => {
    let found;
    try {
      (await remembered((readers) => readers.getAll())).forEach((entry) => {
        const left = entry.until - Date.now();
        if (entry.school !== school) return;
        if (!(left > 0 && left <= DAYS_90)) forget(entry.reader);
        else if (wanted(entry)) found = entry;
      });
    } catch (error) {
      return undefined;
    }
    return found;
  };

  const go = (to) => location.replace(to);
  const toReader = (reader, part) => go(`../${reader}/index.html#${part}`);

  // --- The screen ---
  let said = null;
  const say = (what) => {
    said = what;
    document.body.className = '';
    all(document, 'nav', (nav) => { nav.hidden = false; });
    sections.forEach((section) => {
      all(section, '[data-say]', (sentence) => {
        sentence.hidden = true;
        if (sentence.dataset.say === what) section.querySelector('.said').textContent = sentence.textContent;
      });
      if (!what) section.querySelector('.said').textContent = '';
      all(section, '[data-link]', (link) => { link.hidden = link.dataset.link !== what; });
    });
  };

  const showLanguage = (lang) => {
    const typed = document.querySelector('section:not([hidden]) textarea');
    sections.forEach((section) => {
      section.hidden = section.lang !== lang;
      if (section.hidden) return;
      root.dir = section.dir;
      document.title = section.querySelector('h1').textContent;
      all(section, 'textarea', (field) => {
        field.value = typed ? typed.value : '';
        fit(field);
      });
    });
    all(document, '[data-show]', (button) => button.setAttribute('aria-pressed', String(button.dataset.show === lang)));
  };

  const chooseLanguage = () => {
    const main = (lang) => lang.split('-')[0];
    const known = isReader ? [] : navigator.languages.map((wanted) => sections.find(({ lang }) => main(lang) === main(wanted)));
    return (known.find(Boolean) || sections[0]).lang;
  };

  const fit = (field) => {
    field.style.height = 'auto';
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 4}px`;
  };

  // Digits of all scripts: each script has its ten in a row.
  const DIGIT = /\p{Nd}/u;
  const digitsOf = (typed) => {
    const digits = [];
    let at = 0;
    for (const char of typed) {
      let value = 0;
      if (DIGIT.test(char)) {
        while (DIGIT.test(String.fromCodePoint(char.codePointAt(0) - value - 1))) value++;
        digits.push({ char, value: value % 10, at, end: at + char.length });
      }
      at += char.length;
    }
    return digits;
  };

  const DAMM = '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  const isWrong = (group, digits) => [group + 1, ...digits.map(({ value }) => value)].reduce((check, digit) => +DAMM[check * 10 + digit], 0) !== 0;

  // Groups of five, as in the letter, but only where it cannot move what is being typed.
  const group = (field, event) => {
    fit(field);
    field.removeAttribute('aria-invalid');
    const { value } = field;
    if (event.isComposing || /^delete/.test(event.inputType) || field.selectionEnd !== value.length) return;
    if (!/^[\p{Nd}\s.\-\u2010-\u2015\u2212]*$/u.test(value)) return;
    const grouped = digitsOf(value).map(({ char }, i) => i && i % 5 === 0 ? ` ${char}` : char).join('');
    if (grouped !== value) field.value = grouped;
    fit(field);
  };

  let busy = false;
  const submit = async (section) => {
    if (busy) return;
    const field = section.querySelector('textarea');
    const digits = digitsOf(field.value);
    const groups = [0, 5, 10, 15, 20, 25].map((from) => digits.slice(from, from + 5));
    const wrong = groups.findIndex((five, i) => five.length === 5 && isWrong(i, five));
    let problem = wrong < 0 ? '' : `group-${wrong + 1}`;
    if (digits.length !== 30) problem = digits.length < 30 ? 'too-few' : 'too-many';
    if (problem) return complain(field, problem, groups[wrong]);
    busy = true;
    say('opening');
    const button = section.querySelector('.open');
    button.setAttribute('aria-disabled', 'true');
    try {
      const opened = await openCode(digits.filter((_, i) => i % 5 < 4).map(({ value }) => value).join(''));
      if (!opened) complain(field, 'no-match');
      else if (!isReader) {
        keep(opened);
        toReader(opened.reader, `to=${place}/${wantedFile()}`);
      } else if (!await openReader(opened)) say('renewed');
    } catch (error) {
      say('browser');
    }
    button.removeAttribute('aria-disabled');
    busy = false;
  };

  const complain = (field, problem, five) => {
    say(problem);
    field.setAttribute('aria-invalid', 'true');
    field.focus();
    if (five) field.setSelectionRange(five[0].at, five[4].end);
  };

  const ask = (problem) => {
    all(document, 'form', (form) => { form.hidden = false; });
    say(problem);
    all(document, 'section:not([hidden]) textarea', fit);
  };

  const listen = () => {
    sections.forEach((section) => {
      all(section, 'form', (form) => {
        form.onsubmit = (event) => {
          event.preventDefault();
          submit(section);
        };
      });
      all(section, 'textarea', (field) => {
        field.oninput = (event) => group(field, event);
        field.onkeydown = (event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          submit(section);
        };
      });
      all(section, '[data-again]', (button) => {
        button.onclick = () => {
          if (session) keep(Object.assign(session, { renewed: {} }));
          location.reload();
        };
      });
    });
    all(document, '[data-show]', (button) => { button.onclick = () => showLanguage(button.dataset.show); });
  };

  // --- An open page ---
  let isOpen = false;
  const policy = window.trustedTypes ? trustedTypes.createPolicy('kinfolio', { createHTML: (html) => html }) : { createHTML: (html) => html };

  // The content policy allows only the style that came with the file, but what a script
  // puts into it rule by rule.
  const useStyle = (css) => {
    while (sheet.cssRules.length) sheet.deleteRule(0);
    let depth = 0, from = 0;
    css.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/g, (sign, at) => {
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      if (depth || (sign !== '}' && sign !== ';')) return;
      try {
        sheet.insertRule(css.slice(from, at + 1), sheet.cssRules.length);
      } catch (error) {
        // An older browser leaves out a rule that it does not know.
      }
      from = at + 1;
    });
  };

  // The smallest size that is sharp here; `srcset` begins with the smallest. A picture
  // keeps its room while it is on its way.
  const takePictures = (parsed) => {
    const wide = Math.min(innerWidth, 640) * Math.min(devicePixelRatio, 2);
    const found = new Map();
    all(parsed, 'img', (image) => {
      const sizes = (image.getAttribute('srcset') || image.getAttribute('src')).split(',').map((size) => size.trim().split(' '));
      const size = sizes.find((one) => parseInt(one[1], 10) >= wide) || sizes.pop();
      const from = RegExp(`^(${NAME})\\.bin$`).exec(size[0]);
      ['src', 'srcset', 'sizes', 'loading'].forEach((attribute) => image.removeAttribute(attribute));
      if (!from) return;
      const [width, height] = ['width', 'height'].map((side) => parseInt(image.getAttribute(side), 10));
      image.src = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`;
      found.set(image, from[1]);
    });
    return found;
  };

  const showPicture = async (keys, image, picture) => {
    // The browser may have kept a copy from before a new key.
    for (const cache of ['default', 'reload']) {
      try {
        const answer = await fetch(`${picture}.bin`, { cache });
        if (!answer.ok) break;
        const jpeg = await unseal(keys, picture, new Uint8Array(await answer.arrayBuffer()), 2);
        image.src = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
        return;
      } catch (error) {
        continue;
      }
    }
    // Without a source, browsers show the description.
    image.removeAttribute('src');
  };

  const loadPictures = (keys, pictures) => {
    const load = (image) => {
      const picture = pictures.get(image);
      pictures.delete(image);
      if (picture) showPicture(keys, image, picture);
    };
    const loadAll = () => Array.from(pictures.keys()).forEach(load);
    if (!window.IntersectionObserver) return loadAll();
    const watch = new IntersectionObserver((seen) => seen.forEach((one) => {
      if (!one.isIntersecting) return;
      watch.unobserve(one.target);
      load(one.target);
    }), { rootMargin: '600px' });
    pictures.forEach((_, image) => watch.observe(image));
    addEventListener('beforeprint', loadAll);
    matchMedia('print').addListener(loadAll);
  };

  // Whoever may open some pages only gets no links to the others: a way there is left out,
  // and words that are a link stay as words.
  const cutLinks = (parsed, objects) => {
    all(parsed, 'a', (link) => {
      const to = RegExp(`^(index|${NAME})\\.html`).exec(link.getAttribute('href'));
      if (!to || objects[to[1]]) return;
      const way = link.closest('nav li,.back,.more') || link.closest('nav a');
      if (way) return way.remove();
      link.removeAttribute('href');
      link.style.color = 'inherit';
    });
    all(parsed, 'nav', (nav) => { if (!nav.querySelector('a:not([aria-current])')) nav.remove(); });
  };

  const showPage = (html, keys) => {
    let style = '';
    const rest = html.replace(/<style>([^]*?)<\/style>/g, (_, css) => {
      style += css;
      return '';
    });
    const parsed = new DOMParser().parseFromString(policy.createHTML(rest), 'text/html');
    const refresh = parsed.querySelector('meta[http-equiv=refresh i]');
    const next = refresh && RegExp(`url=(${FILE}(#[\\w-]+)?)$`, 'i').exec(refresh.content);
    if (next) return go(next[1]);
    all(parsed, 'script,style,link,base,iframe,object,embed,source', (one) => one.remove());
    if (keys && keys.objects) cutLinks(parsed, keys.objects);
    const pictures = takePictures(parsed);
    document.title = parsed.title;
    useStyle(style);
    root.lang = parsed.documentElement.lang;
    root.dir = parsed.documentElement.dir;
    document.body.className = parsed.body.className;
    while (document.body.firstChild) document.body.firstChild.remove();
    while (parsed.body.firstChild) document.body.appendChild(document.adoptNode(parsed.body.firstChild));
    isOpen = true;
    loadPictures(keys, pictures);
    showControls();
    land();
  };

  // The reader is where they were, at the part that the address names, or at the title.
  const land = () => {
    const state = history.state;
    history.scrollRestoration = 'auto';
    if (state && state.kinfolio >= 0) return scrollTo(0, state.kinfolio);
    let part = null;
    try {
      part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      // An address that was changed on its way leads to the top.
    }
    const target = part || document.querySelector('h1') || document.body;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.style.outline = '0';
    target.addEventListener('blur', () => { target.style.outline = ''; }, { once: true });
    // Going to the same part again lets the browser mark and unfold it.
    if (part) go(location.href);
    target.focus({ preventScroll: true });
  };

  const showControls = async () => {
    const controls = document.querySelector('[data-controls]');
    if (!controls) return;
    const part = (of) => controls.querySelector(`[data-${of}]`);
    controls.hidden = false;
    const opened = part('opened');
    const sentence = opened.textContent;
    opened.textContent = '';
    opened.setAttribute('role', 'status');
    setTimeout(() => { opened.textContent = sentence; }, 300);
    if (Object.keys(session.sites).length > 1 && !isReader) {
      part('students').hidden = false;
      part('students').querySelector('a').href = `../${session.reader}/index.html#stay`;
    }
    part('lock').onclick = () => lock(true);
    part('remember').onclick = async () => {
      try {
        const key = await subtle.importKey('raw', bytesOf(session.key), 'HKDF', false, ['deriveBits']);
        await remember(key, Date.now() + DAYS_90);
        part('offer').hidden = true;
        part('remember-failed').hidden = true;
        part('remembered').hidden = false;
        part('remembered').focus();
      } catch (error) {
        part('remember-failed').hidden = false;
      }
    };
    const isKnown = await recall((entry) => session && entry.reader === session.reader);
    part(isKnown ? 'remembered' : 'offer').hidden = !isKnown && !(session && session.key);
  };

  const lock = async (isHere) => {
    if (!session) return;
    const { reader } = session;
    root.hidden = true;
    keep(null);
    if (isHere) {
      // Other tabs hear of it, and nothing stays there.
      try {
        localStorage.setItem(STORE, String(Date.now()));
        localStorage.removeItem(STORE);
      } catch (error) {
        // Without storage no other tab is open either, except by its own code.
      }
      await forget(reader);
    }
    toReader(reader, 'locked');
  };

  // --- What to do with this file ---
  const readHash = () => {
    let hash = location.hash;
    try {
      for (let i = 0; i < 3; i++) hash = decodeURIComponent(hash);
    } catch (error) {
      // What cannot be decoded is taken as it is.
    }
    return hash;
  };
  const hash = readHash();
  const isOurs = (part) => /^#\s*(1|.*1\.[\w-]{24}|to=|stay$|locked$)/.test(part);
  const wantedFile = () => (RegExp(`^#to=(${FILE})$`).exec(hash) || ['', `${name}.html`])[1];

  // Returns whether the key opens what the reader may open.
  const openReader = async (opened) => {
    let index;
    try {
      index = JSON.parse(await pageOf(opened, 3));
    } catch (error) {
      return false;
    }
    const { sites } = index;
    const places = Object.keys(sites);
    const isKnown = !!opened.id;
    keep({ reader: place, key: isKnown ? undefined : opened.key, sites, renewed: session && session.reader === place ? session.renewed : {} });
    if (isKnown) remember(opened.key, opened.until).catch(() => {});
    const to = RegExp(`^#to=(${NAME})/(${FILE})$`).exec(hash);
    if (to && sites[to[1]]) go(`../${to[1]}/${to[2]}`);
    else if (places.length === 1 && hash !== '#stay') go(`../${places[0]}/${sites[places[0]].start}`);
    else showPage(index.page);
    return true;
  };

  const startReader = async () => {
    // Another tab may still be busy with forgetting.
    if (hash === '#locked' && !session) return ask('locked');
    let problem = /^#\s*1/.test(hash) ? 'cut' : '';
    const link = /1\.([\w-]{24})/.exec(hash);
    if (link) {
      const opened = await openLink(link[1]);
      if (opened.key) return await openReader(opened) || say('renewed');
      problem = opened;
    }
    const known = session && session.reader === place && session.key ? session : await recall((entry) => entry.reader === place);
    if (known) {
      if (await openReader(known)) return undefined;
      problem = 'replaced';
      keep(null);
      forget(place);
    }
    return ask(problem);
  };

  // The site has a new key: the reader's folder tells which. Once, so as not to run in circles.
  const renew = async () => {
    const { reader, renewed } = session;
    if (Math.abs(Date.now() - (renewed[place] || 0)) < 60000) return say('renewed');
    renewed[place] = Date.now();
    keep(session);
    const now = { cache: 'reload' };
    await atMost(8000, Promise.all([fetch(`../${reader}/index.html`, now), fetch(`${name}.html`, now)])).catch(() => {});
    return toReader(reader, `to=${place}/${name}.html`);
  };

  const startSite = async () => {
    const keys = session && session.sites[place];
    if (keys) {
      if (keys.objects && !keys.objects[name]) return go(keys.start);
      let html;
      try {
        html = await pageOf(keys, 1);
      } catch (error) {
        return renew();
      }
      return showPage(html, keys);
    }
    const file = wantedFile();
    const entry = await recall(({ sites }) => sites.indexOf(place) >= 0);
    if (entry) return toReader(entry.reader, `to=${place}/${file}`);
    if (role === 'page') return go(`index.html#to=${file}`);
    return ask('');
  };

  const start = async () => {
    showLanguage(chooseLanguage());
    listen();
    all(document, '.stuck', (sentence) => { sentence.hidden = true; });
    setTimeout(() => { if (!isOpen && said === null) say('opening'); }, 1500);
    const whole = location.hash;
    if (isReader && isOurs(hash)) history.replaceState(null, '', location.pathname + location.search);
    if (!subtle) {
      const address = `https://${location.hostname}${location.pathname}${location.search}${whole}`;
      all(document, '[data-link=https] a', (link) => { link.href = address; });
      return say(location.protocol === 'http:' ? 'https' : 'browser');
    }
    restore();
    if (role === 'closed') {
      if (session && session.reader === place) keep(null);
      forget(place);
      return say('closed');
    }
    return isReader ? startReader() : startSite();
  };

  // --- Coming and going ---
  addEventListener('hashchange', () => { if (isReader && isOurs(readHash())) location.reload(); });
  addEventListener('storage', (event) => { if (event.key === STORE && event.newValue) lock(false); });
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href^=http]');
    if (link && window.name.indexOf(STORE) === 0) window.name = '';
  });
  const rest = () => { if (isOpen) history.replaceState({ kinfolio: Math.round(scrollY) }, ''); };
  // What is written when a page is left comes too late if it is loaded again.
  let resting;
  addEventListener('scroll', () => {
    clearTimeout(resting);
    resting = setTimeout(rest, 300);
  });
  addEventListener('pagehide', () => {
    rest();
    if (!isOpen) return;
    history.scrollRestoration = 'manual';
    // Going back must not show, even for a moment, what was locked meanwhile.
    root.style.visibility = 'hidden';
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted || !isOpen) return;
    if (!restore()) {
      location.reload();
      return;
    }
    history.scrollRestoration = 'auto';
    root.style.visibility = '';
  });

  start().catch(() => say('browser'));
})();
