// Puts a line of the officer's own where they were writing, as a paragraph of its own; where they have not
// written yet, at the end, as the button does without this.
//
//   <div data-own-lines> <input list="own-lines"> <button value="line"> </div>
//   <datalist id="own-lines"><option value="its name" data-text="its words">
const part = document.querySelector("[data-own-lines]");
const box = part.querySelector("input");
const form = part.closest("form");
let writing = null;

if (box) {
  form.addEventListener("focusin", (event) => {
    writing = event.target.matches("textarea") ? event.target : writing;
  });
  box.addEventListener("input", (event) => {
    const chosen = event.inputType === "insertReplacementText" || !event.inputType; // picked from the list
    if (chosen) {
      putIn(named(box.value, (name, letters) => name === letters));
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault(); // never the form's first button
      putIn(meant(box.value));
    }
  });
  part.querySelector("button").addEventListener("click", (event) => {
    const line = meant(box.value);
    if (line) {
      event.preventDefault();
      putIn(line);
    }
  });
}

function named(typed, means) {
  const letters = typed.trim().replace(/\s+/g, " ").toLowerCase();
  const found = letters ? [...box.list.options].filter((option) => means(option.value.toLowerCase(), letters)) : [];
  return found.length === 1 ? found[0] : null;
}

// The same as the server means: its whole name, else how it begins, else what it holds.
function meant(typed) {
  return (
    named(typed, (name, letters) => name === letters) ??
    named(typed, (name, letters) => name.startsWith(letters)) ??
    named(typed, (name, letters) => name.includes(letters))
  );
}

function putIn(line) {
  const field = writing?.offsetParent ? writing : [...form.querySelectorAll("textarea")].find((each) => each.offsetParent);
  if (!line || !field) {
    say(line ? "Choose how you answer it first." : "Type letters that only one of your lines has.");
    return;
  }
  const place = field === writing ? field.selectionEnd : field.value.length;
  const before = field.value.slice(0, place).trimEnd();
  const after = field.value.slice(place).replace(/^(?:\s*\n| (?=\S))/, "");
  const upToIt = before && `${before}\n\n`;
  field.value = upToIt + line.dataset.text + (after && `\n\n${after}`);
  field.selectionStart = field.selectionEnd = upToIt.length + line.dataset.text.length;
  field.dispatchEvent(new Event("input", { bubbles: true })); // the preview and the draft follow
  box.value = "";
  field.focus();
  say(`${line.value} is in.`);
}

function say(words) {
  part.querySelector("[role=status]").textContent = words;
}
