// Makes pages quicker; every one of them works without it.
//
//   <form data-preview-url="..." data-preview-target="id">   fills #id with what the address answers
//   <p role="status" id="id-says">                    is told the data-says of what it answers, when that changes
//   <section data-reveal-for="outcome" data-reveal-when="withheld refused">   shown when that is chosen
//   <iframe data-fit>                                 as tall as the page inside it
import { keepDrafts } from "./drafts.js";
import { initAll } from "./vendor/govuk-frontend/govuk-frontend.min.js";

initAll();
keepDrafts();
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
        say(target);
      }
    } catch (problem) {
      if (problem.name !== "AbortError") {
        console.warn("No preview:", problem.message); // the page without it is whole
      }
    }
  };
  form.addEventListener("input", after(400, show));
}

// What a screen reader is to be told, which is less than what the eye is shown.
function say(target) {
  const status = document.getElementById(`${target.id}-says`);
  const words = target.querySelector("[data-says]")?.dataset.says ?? "";
  if (status && status.textContent !== words) {
    status.textContent = words;
  }
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
