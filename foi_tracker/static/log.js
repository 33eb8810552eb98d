// Logging a request: chooses the law that the words suggest, until the officer has chosen one.
// The preview itself is app.js's; this only reads what it brings.
const form = document.getElementById("log");
const laws = [...form.elements.regime];
const makes = document.getElementById("makes");
let decided = laws.some((law) => law.checked);

laws.forEach((law) => law.addEventListener("change", () => (decided = true)));
new MutationObserver(() => {
  const suggested = makes.querySelector("[data-suggested]")?.dataset.suggested;
  if (!decided && suggested) {
    laws.forEach((law) => (law.checked = law.value === suggested));
  }
}).observe(makes, { childList: true });
