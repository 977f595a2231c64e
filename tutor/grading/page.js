"use strict";
const form = document.getElementById("filter");
const replies = Array.from(document.querySelectorAll("article[data-human]"));
const told = document.getElementById("told");

function choose() {
  const { human, ours, differ } = form.elements;
  let shown = 0;
  for (const reply of replies) {
    const fits = (human.value === "" || human.value === reply.dataset.human)
      && (ours.value === "" || ours.value === reply.dataset.ours)
      && (differ.value === "" || (differ.value === "yes") === (reply.dataset.human !== reply.dataset.ours));
    reply.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  told.textContent = `${shown} of ${replies.length} shown`;
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.addEventListener("submit", (event) => event.preventDefault());
  choose();
}
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
