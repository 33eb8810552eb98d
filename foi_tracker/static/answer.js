// Asks the server what the grounds need as soon as a choice changes it; the page works without this.
//
//   <div id="grounds" data-grounds-url="...">   drawn afresh by that address
//   data-asks-again                             a choice that changes what is asked
//   <button data-grounds-move name value>       adds a ground, takes one off, uses one again
import { typedAndNotDrawn } from "./drafts.js";

const section = document.getElementById("grounds");
const form = section.closest("form");
let running = new AbortController();

form.addEventListener("change", (event) => {
  if (event.target.name === "outcome" || event.target.closest("[data-asks-again]")) {
    draw();
  }
});
section.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-grounds-move]");
  if (button) {
    event.preventDefault();
    draw(button.value);
  }
});
bringBackDraft();

function typed() {
  const fields = new FormData(form);
  [...fields.keys()].filter((name) => fields.get(name) instanceof File).forEach((name) => fields.delete(name));
  return fields;
}

function own() {
  return new Map([...typed()].filter(([name]) => name.startsWith("ground-")));
}

async function draw(move = "", fields = typed()) {
  running.abort();
  running = new AbortController();
  const before = own();
  fields.set("action", move);
  section.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(section.dataset.groundsUrl, { method: "POST", body: fields, signal: running.signal });
    if (answer.ok && !answer.redirected) {
      replace(await answer.text(), move, before);
    } else if (move) {
      form.requestSubmit(section.querySelector(`button[value="${CSS.escape(move)}"]`)); // the page says why
    }
  } catch (problem) {
    if (problem.name !== "AbortError") {
      console.warn("Not drawn afresh:", problem.message); // "Show what it needs" does the same
    }
    return;
  }
  section.removeAttribute("aria-busy");
}

// What was typed while the answer was on its way is kept, and so is the place where it was being typed.
function replace(html, move, before) {
  const since = move ? [] : [...own()].filter(([name, value]) => before.get(name) !== value);
  const at = document.activeElement;
  const place = section.contains(at) ? { id: at.id, start: at.selectionStart, end: at.selectionEnd } : null;
  const numbers = cards();
  section.innerHTML = html;
  since.forEach(([name, value]) => fill(name, value));
  if (move) {
    const added = cards().find((id) => !numbers.includes(id)) ?? "more-grounds";
    const card = document.getElementById(added);
    (card?.querySelector("select") ?? card?.querySelector("button"))?.focus();
  } else if (place?.id) {
    const again = document.getElementById(place.id);
    again?.focus({ preventScroll: true });
    if (typeof place.start === "number") {
      again?.setSelectionRange?.(place.start, place.end);
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true })); // the preview and the draft follow
}

function cards() {
  return [...section.querySelectorAll("fieldset.app-ground")].map((card) => card.id);
}

function fill(name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = field.value === value;
    } else {
      field.value = value;
    }
  }
}

// The boxes that are there have their draft back; grounds may have been added since.
function bringBackDraft() {
  const draft = typedAndNotDrawn(form);
  const fields = typed();
  for (const [key, value] of draft) {
    const [name, option] = key.split("=");
    if (option === undefined) {
      fields.set(name, value);
    } else if (value) {
      fields.append(name, option);
    }
  }
  if (draft.length) {
    draw("", fields);
  }
}
