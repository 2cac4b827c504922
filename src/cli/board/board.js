const form = document.querySelector(".filter");
const rows = [...document.querySelectorAll("tbody tr")];
const show = () => {
  const { find, manager, need } = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const row of rows) {
    row.hidden = !(
      row.textContent.toLowerCase().includes(find.trim().toLowerCase()) &&
      (!manager || row.dataset.manager === manager) &&
      (!need || row.dataset.needs.split(" ").includes(need))
    );
    shown += !row.hidden;
  }
  form.querySelector("output").value = shown;
};
form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
