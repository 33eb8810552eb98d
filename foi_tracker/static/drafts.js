// Keeps what is typed in a form until it has been saved: in this tab, and for whoever typed it.
//
//   <form data-keep-draft>             its draft goes by the address that it is sent to, which names what it is of
//   <form data-keep-draft="letter">    tells apart what one address has several of
//   <a data-drop-draft>                leaves it as it was
//   <div data-draws="ground-">         draws fields of these names later
//   <input type="hidden" data-kept>    says what the fields beside it are for, and comes back with them
//   <body data-person="7" data-answers-post data-nothing-saved>   whose page it is, and what came before it
//
// A draft holds what was changed and from what. It comes back where that still stands. It never takes the place
// of what was saved meanwhile: then the page shows it, to copy from. Nor does it go into another row than its own.
import { asNextRows, numbered, rowNames, rowOf } from "./draft-rows.js";

const DRAFT = "draft:";
const SENT = "sent:";
const KEPT_TYPES = ["text", "email", "tel", "url", "search", "number", "textarea", "select-one", "radio", "checkbox"];
const person = document.body.dataset.person;
const justSent = settle();
const notDrawn = new WeakMap();

export function keepDrafts() {
  document.querySelectorAll("form[data-keep-draft]").forEach(keepDraft);
}

// What was typed into fields that are not drawn yet, by their names; "name=value" of a box to tick.
export function typedAndNotDrawn(form) {
  const nameOf = numbered(form, keptFields(form));
  return Object.entries(notDrawn.get(form) ?? {}).map(([name, { now }]) => [nameOf(name), now]);
}

// A draft is forgotten once its form has been answered by a redirect to a page that has no complaint. Otherwise
// it stays: through an error, a lost connection or a sign-in that ran out. The answer is the very next page that
// somebody signed in is shown. Whoever else signs in here finds nothing of it.
function settle() {
  if (!person) {
    return [];
  }
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(DRAFT) || name.startsWith(SENT));
  const mine = names.filter((name) => name.split(":")[1] === person);
  names.filter((name) => !mine.includes(name)).forEach((name) => sessionStorage.removeItem(name));
  if (document.querySelector("form[data-post-again]")) {
    return [];
  }
  const { nothingSaved, answersPost } = document.body.dataset;
  const saved = performance.getEntriesByType("navigation")[0]?.redirectCount > 0 && nothingSaved === undefined;
  const sent = mine.filter((name) => name.startsWith(SENT)).map((name) => name.slice(SENT.length));
  for (const key of sent) {
    sessionStorage.removeItem(SENT + key);
    if (saved) {
      sessionStorage.removeItem(DRAFT + key);
    }
  }
  return answersPost === undefined ? [] : sent;
}

function keepDraft(form) {
  const address = new URL(form.getAttribute("action") ?? "", location.href).pathname;
  const key = `${person}:${address}:${form.dataset.keepDraft}`;
  const kept = JSON.parse(sessionStorage.getItem(DRAFT + key) || "null") ?? { base: {}, typed: {}, left: {} };
  const holdsWhatWasSent = justSent.includes(key);
  const { base, left, back } = holdsWhatWasSent ? { ...kept, back: [] } : restore(form, kept);
  const drop = () => sessionStorage.removeItem(DRAFT + key);
  const keep = () => {
    const typed = changes(form, base);
    sessionStorage.setItem(DRAFT + key, JSON.stringify({ base, typed, left }));
    return Object.keys(typed).length + Object.keys(left).length > 0;
  };
  const save = () => keep() || drop();
  form.addEventListener("input", save);
  form.addEventListener("submit", () => {
    keep(); // even nothing: should the page come back with more on it, that is a change of this
    sessionStorage.setItem(SENT + key, "1");
  });
  form.querySelectorAll("[data-drop-draft]").forEach((link) => link.addEventListener("click", drop));
  if (back.length || Object.keys(left).length) {
    form.prepend(notice(form, back.length > 0, Object.values(left), holdsWhatWasSent ? null : drop));
  }
  save();
  document.addEventListener("DOMContentLoaded", () => back.forEach(tell)); // once every script listens
}

// Puts back what was typed. Gives the base that changes are measured from, those that stay out, and the fields
// that have changed by it.
function restore(form, kept) {
  const parts = partsOf(form);
  const base = Object.fromEntries([...parts].map(([name, fields]) => [name, standing(fields)]));
  const left = { ...kept.left };
  const back = [];
  const isToBeDrawn = drawnLater(form, kept.base, parts);
  const waiting = [];
  for (const [name, change] of Object.entries(kept.typed)) {
    const fields = parts.get(name);
    if (!fields && isToBeDrawn(name)) {
      waiting.push([name, change]);
    } else if (fields && [kept.base[name], change.now].includes(base[name])) {
      if (base[name] !== change.now) {
        put(fields, change.now);
        back.push(fields.find((field) => field.checked) ?? fields[0]);
      }
      base[name] = kept.base[name];
    } else if (change.words && (fields || change.now)) {
      left[name] = change;
      put(fields ?? [], base[name]);
    }
  }
  const names = asNextRows(waiting.map(([name]) => name), rowsOf(parts.keys()));
  notDrawn.set(form, Object.fromEntries(waiting.map(([, change], place) => [names[place], change])));
  return { base, left, back };
}

// Whether a box will be drawn: not where its row was on the page before and is no more, for then somebody took it off.
function drawnLater(form, base, parts) {
  const drawn = form.querySelector("[data-draws]")?.dataset.draws;
  const [before, now] = [rowsOf(Object.keys(base)), rowsOf(parts.keys())];
  return (name) => drawn !== undefined && name.startsWith(drawn) && (now.has(rowOf(name)) || !before.has(rowOf(name)));
}

function rowsOf(names) {
  return new Set([...names].map(rowOf));
}

function changes(form, base) {
  const parts = partsOf(form);
  if (Object.keys(notDrawn.get(form) ?? {}).some((name) => parts.has(name))) {
    notDrawn.delete(form); // they are on the page now, but for those taken off
  }
  const typed = { ...notDrawn.get(form) };
  for (const [name, fields] of parts) {
    const now = valueOf(fields);
    if (now !== base[name]) {
      typed[name] = { now, ...inWords(fields) };
    }
  }
  return typed;
}

// The fields by their names: the radios of one name are one, each box to tick is its own.
function partsOf(form) {
  const parts = new Map();
  const nameOf = rowNames(form);
  for (const field of keptFields(form)) {
    const own = nameOf(field.name);
    if (own !== null) {
      const name = field.type === "checkbox" ? `${own}=${field.value}` : own;
      parts.set(name, [...(parts.get(name) ?? []), field]);
    }
  }
  return parts;
}

function keptFields(form) {
  const isKept = (field) => KEPT_TYPES.includes(field.type) || field.dataset.kept !== undefined;
  return [...form.elements].filter((field) => field.name && isKept(field));
}

function read(fields, checked, value) {
  const [field] = fields;
  if (field.type === "radio") {
    return fields.find(checked)?.value ?? "";
  }
  return field.type === "checkbox" ? checked(field) : value(field);
}

function valueOf(fields) {
  return read(fields, (field) => field.checked, (field) => field.value);
}

// What the page came with, whatever a browser has put back into it by itself.
function standing(fields) {
  const chosen = (options) => options.findLast((option) => option.defaultSelected) ?? options[0];
  const value = (field) => (field.options ? chosen([...field.options])?.value : field.defaultValue) ?? "";
  return read(fields, (field) => field.defaultChecked, value);
}

function put(fields, value) {
  for (const field of fields) {
    if (field.type === "radio") {
      field.checked = field.value === value;
    } else if (field.type === "checkbox") {
      field.checked = value;
    } else {
      field.value = value;
    }
  }
}

function tell(field) {
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

function inWords(fields) {
  const field = fields.find((each) => each.checked) ?? fields[0];
  if (field.type === "hidden") {
    return {};
  }
  const own = field.labels[0]?.textContent.trim() ?? field.name;
  const around = field.closest("fieldset")?.querySelector("legend")?.textContent.trim();
  if (field.type === "radio" || field.type === "checkbox") {
    return { label: around ?? field.name, words: field.checked ? own : `Not: ${own}` };
  }
  const words = field.selectedOptions ? (field.selectedOptions[0]?.text ?? "") : field.value;
  return { label: around ? `${around}: ${own}` : own, words: words || "Nothing" };
}

function notice(form, isBack, left, drop) {
  const made = document.createElement("div");
  made.className = left.length ? "app-notice" : "app-notice app-notice--plain";
  made.setAttribute("role", "status");
  if (isBack) {
    made.append(paragraph("What you had typed here and not saved is back. "));
  }
  if (left.length) {
    made.append(paragraph("This page was changed after you typed this, and nothing of that is overwritten. Copy what you still need:"));
    made.append(list(left));
  }
  if (drop) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "app-link-button", textContent: "Start again without it" });
    button.addEventListener("click", () => {
      drop();
      form.reset(); // what a browser would keep over the reload
      location.reload();
    });
    (left.length ? made.appendChild(paragraph("")) : made.firstChild).append(button);
  }
  return made;
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function list(left) {
  const made = document.createElement("dl");
  made.className = "govuk-summary-list app-kept";
  for (const { label, words } of left) {
    const row = document.createElement("div");
    row.className = "govuk-summary-list__row";
    row.innerHTML = '<dt class="govuk-summary-list__key"></dt><dd class="govuk-summary-list__value app-keep-lines"></dd>';
    row.firstChild.textContent = label;
    row.lastChild.textContent = words;
    made.append(row);
  }
  return made;
}
