(() => {
  "use strict";
  const form = document.getElementById("controls");
  const count = document.getElementById("count");
  const fields = form.elements;
  // As it is typed: without accents, and with the hyphens and quotation marks of a keyboard.
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/\u00df/g, "ss")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\u2018-\u201b]/g, "'")
      .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"');
  // Isolated: words that run from right to left leave the sentence around them as it is.
  const quoted = (text) => `“\u2068${text}\u2069”`;
  const listed = (text) => (text ? text.split(" ") : []);
  // What a reader sees: without the words for programs, and with the brackets as they are shown.
  const seen = (body) => {
    const copy = body.cloneNode(true);
    copy.querySelectorAll(".k").forEach((one) => one.remove());
    copy.querySelectorAll(".o, .c").forEach((one) => {
      one.textContent = one.className === "o" ? "(" : ")";
    });
    copy.querySelectorAll("p, strong").forEach((one) => one.append(" "));
    return copy.textContent;
  };
  const rows = Array.from(document.querySelectorAll("tbody[data-status]"), (body) => ({
    body,
    area: body.closest("section"),
    status: [body.dataset.status],
    party: listed(body.dataset.party),
    objective: listed(body.dataset.objective),
    latest: listed(body.dataset.latest),
    due: listed(body.dataset.due ?? body.dataset.latest),
    recurring: body.dataset.recurring === "1",
    words: null,
  }));
  const areas = new Set(rows.map((row) => row.area));
  document.querySelectorAll("section.area").forEach((area) => areas.add(area));

  // The texts of ISO 8601 sort as the days do.
  const fitsTime = (row, time, day) => {
    if (time === "due") return row.latest.some((last) => last <= day);
    if (time === "overdue") return row.due.some((last) => last < day);
    if (time === "recurring") return row.recurring;
    return !row.latest.length && !row.recurring;
  };

  const show = () => {
    const value = (name) => (fields[name] ? fields[name].value : "");
    const words = plain(value("words")).split(/\s+/).filter(Boolean);
    const kinds = ["party", "objective", "status"].filter((name) => value(name) !== "");
    const day = value("day");
    const wanted = /^(due|overdue)$/.test(value("deadline")) && !day;
    const time = wanted ? "" : value("deadline");
    const filtered = words.length > 0 || kinds.length > 0 || time !== "";
    const open = new Set();
    let shown = 0;
    for (const row of rows) {
      if (words.length && row.words === null) row.words = plain(seen(row.body));
      const fits =
        kinds.every((name) => row[name].includes(value(name))) &&
        (time === "" || fitsTime(row, time, day)) &&
        words.every((word) => row.words.includes(word));
      row.body.hidden = !fits;
      if (fits) {
        shown += 1;
        open.add(row.area);
      }
    }
    for (const area of areas) area.hidden = filtered && !open.has(area);
    for (const link of document.querySelectorAll(".areas a")) {
      const heading = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = heading.closest("section").hidden;
    }
    const by = kinds.concat(time ? ["deadline"] : []).map((name) => {
      const field = fields[name];
      const chosen = field.options[field.selectedIndex].text.replace(/ \(\d+\)$/, "");
      const more = name === "deadline" && /due$/.test(time) ? ` (${day})` : "";
      return `${field.labels[0].textContent} ${quoted(chosen)}${more}`;
    });
    if (words.length) by.unshift(quoted(value("words").trim()));
    const told = { shown, all: rows.length, by: by.join("; ") };
    const pattern = filtered ? form.dataset.chosen : form.dataset.shown;
    const text = pattern.replace(/\{(\w+)\}/g, (_, name) => told[name]);
    count.textContent = wanted ? `${text}. ${form.dataset.wanted}` : text;
    count.classList.toggle("chosen", filtered);
  };

  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  };
  const clear = () => {
    form.reset();
    show();
  };
  form.addEventListener("input", (event) => {
    // A day that is given asks for what is due on it.
    if (event.target.name === "day" && event.target.value && fields.deadline.value === "") {
      fields.deadline.value = "due";
    }
    if (event.target.name === "words") later();
    else show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  fields.clear.addEventListener("click", () => {
    clear();
    fields.words.focus();
  });
  // What a link of the page leads to is shown, whatever was chosen.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.closest("[hidden]")) clear();
  });
  window.addEventListener("pageshow", show);
  form.hidden = false;
  show();
})();
