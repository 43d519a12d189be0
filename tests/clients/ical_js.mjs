// Reads calendars with ical.js (Thunderbird, Nextcloud) and prints what it shows of each, as JSON.
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [place, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(place));

function days(component) {
  const event = new ICAL.Event(component);
  if (!event.isRecurring()) return [event.startDate.toString()];
  const found = [];
  const rounds = event.iterator();
  for (let next = rounds.next(); next && found.length < 1000; next = rounds.next())
    found.push(next.toString());
  return found;
}

function shown(file) {
  const text = fs.readFileSync(file, "utf8");
  const top = new ICAL.Component(file.endsWith(".jcal") ? JSON.parse(text) : ICAL.parse(text));
  const value = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? "";
  const line = (component) => [value(component, "uid"), value(component, "summary")];
  return {
    events: top.getAllSubcomponents("vevent")
      .flatMap((one) => days(one).map((day) => [...line(one), day])),
    tasks: top.getAllSubcomponents("vtodo").map((one) => [...line(one), value(one, "due")]),
    relations: top.getAllSubcomponents()
      .flatMap((one) => one.getAllProperties("related-to").map((it) => [
        value(one, "uid"), it.getFirstParameter("reltype") ?? "PARENT", it.getFirstValue(),
      ])),
  };
}

console.log(JSON.stringify(files.map(shown)));
