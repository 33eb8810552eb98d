// Makes pages quicker; every one of them works without it.
//
//   <form data-keep-draft="answer-12">                keeps what is typed until it has been saved
//   <form data-keep-draft="..." data-as-sent>         the page holds what was sent, newer than the draft
//   <form data-preview-url="..." data-preview-target="id">   fills #id with what the address answers
//   <section data-reveal-for="outcome" data-reveal-when="withheld refused">   shown when that is chosen
//   <iframe data-fit>                                 as tall as the page inside it
import { initAll } from "./vendor/govuk-frontend/govuk-frontend.min.js";

const DRAFT = "draft:";
const SENT = "sent:";
const KEPT_TYPES = ["text", "email", "tel", "url", "search", "number", "textarea", "select-one", "radio", "checkbox"];

initAll();
forgetSavedDrafts();
document.querySelectorAll("form[data-keep-draft]").forEach(keepDraft);
document.querySelectorAll("form[data-preview-url]").forEach(preview);
document.querySelectorAll("[data-reveal-for]").forEach(reveal);
document.querySelectorAll("iframe[data-fit]").forEach(fit);
document.querySelector("form[data-post-again]")?.requestSubmit();

function after(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}

// A draft is forgotten once its form has been sent and answered by a redirect to a page that has no
// complaint. Until then it stays: through an error, a lost connection or a sign-in that ran out.
function forgetSavedDrafts() {
  const redirected = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
  const saved = redirected && !("nothingSaved" in document.body.dataset);
  const complains = document.querySelector(".govuk-error-summary");
  for (const mark of Object.keys(sessionStorage).filter((name) => name.startsWith(SENT))) {
    const key = mark.slice(SENT.length);
    if (saved) {
      sessionStorage.removeItem(DRAFT + key);
    }
    if (saved || (complains && document.querySelector(`[data-keep-draft="${CSS.escape(key)}"]`))) {
      sessionStorage.removeItem(mark);
    }
  }
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && KEPT_TYPES.includes(field.type));
}

function isSwitch(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function keyOf(field) {
  return isSwitch(field) ? `${field.name}=${field.value}` : field.name;
}

function keepDraft(form) {
  const key = form.dataset.keepDraft;
  const kept = JSON.parse(sessionStorage.getItem(DRAFT + key) || "null");
  const asSent = "asSent" in form.dataset;
  if (kept && !asSent && !document.querySelector(".govuk-error-summary")) {
    restore(form, kept, key);
  }
  const save = () => {
    const values = fieldsOf(form).map((field) => [keyOf(field), isSwitch(field) ? field.checked : field.value]);
    sessionStorage.setItem(DRAFT + key, JSON.stringify(Object.fromEntries(values)));
  };
  if (asSent) {
    save();
  }
  form.addEventListener("input", after(300, save));
  form.addEventListener("submit", () => {
    save();
    sessionStorage.setItem(SENT + key, "1");
  });
}

function restore(form, kept, key) {
  let changed = false;
  for (const field of fieldsOf(form)) {
    const was = kept[keyOf(field)];
    const property = isSwitch(field) ? "checked" : "value";
    if (was !== undefined && field[property] !== was) {
      field[property] = was;
      changed = true;
    }
  }
  if (changed) {
    form.prepend(restoredNotice(key));
  }
}

function restoredNotice(key) {
  const notice = document.createElement("div");
  notice.className = "app-notice app-notice--plain";
  notice.setAttribute("role", "status");
  notice.innerHTML = '<p>What you had typed here and not saved is back. <button type="button" class="app-link-button">Start again without it</button></p>';
  notice.querySelector("button").addEventListener("click", () => {
    sessionStorage.removeItem(DRAFT + key);
    location.reload();
  });
  return notice;
}

function preview(form) {
  const target = document.getElementById(form.dataset.previewTarget);
  let running = new AbortController();
  const show = async () => {
    running.abort();
    running = new AbortController();
    const typed = new FormData(form);
    [...typed.keys()].filter((name) => typed.get(name) instanceof File).forEach((name) => typed.delete(name));
    try {
      const answer = await fetch(form.dataset.previewUrl, { method: "POST", body: typed, signal: running.signal });
      const html = answer.ok && !answer.redirected ? await answer.text() : null;
      if (html !== null && html !== target.dataset.shown) {
        target.innerHTML = html;
        target.dataset.shown = html;
      }
    } catch (problem) {
      if (problem.name !== "AbortError") {
        console.warn("No preview:", problem.message); // the page without it is whole
      }
    }
  };
  form.addEventListener("input", after(400, show));
}

function reveal(section) {
  const name = section.dataset.revealFor;
  const wanted = section.dataset.revealWhen.split(" ");
  const show = () => {
    const chosen = document.querySelectorAll(`[name="${CSS.escape(name)}"]:checked, select[name="${CSS.escape(name)}"]`);
    section.hidden = ![...chosen].some((field) => wanted.includes(field.value));
  };
  document.addEventListener("change", (event) => event.target.name === name && show());
  show();
}

function fit(frame) {
  const grow = () => {
    const page = frame.contentDocument?.documentElement;
    if (page) {
      frame.style.height = `${page.scrollHeight}px`;
    }
  };
  frame.addEventListener("load", grow);
  grow();
}
