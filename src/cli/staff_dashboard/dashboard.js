// Shows the rows that match the search and the two filters. They are stored in this
// entry of the browser's history and nowhere else, so that "back" and "reload"
// restore them.
const SAME = { đ: "d", ħ: "h", ı: "i", ł: "l", ø: "o", æ: "ae", œ: "oe", ß: "ss", ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ک: "ك", ة: "ه", ہ: "ه", "ـ": "" };
// Letters without their marks, and one form for letters that are written in several.
const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\x00-\x7f]/gu, (letter) => SAME[letter] ?? letter);
const form = document.querySelector(".filter");
const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, fold(row.textContent)]);
const show = () => {
  const { find, manager, need } = Object.fromEntries(new FormData(form));
  const words = fold(find).split(/\s+/);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !(
      words.every((word) => text.includes(word)) &&
      (!manager || row.dataset.manager === manager) &&
      (!need || row.dataset.needs.split(" ").includes(need))
    );
    shown += !row.hidden;
  }
  form.querySelector("output").value = shown;
  history.replaceState({ find, manager, need }, "");
};
form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
for (const [name, value] of Object.entries(history.state ?? {})) form.elements[name].value = value;
show();
// A browser may restore fields after this has run.
addEventListener("pageshow", show);
