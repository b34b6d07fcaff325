// Reads an iCalendar file from standard input with a library that has nothing to do with the one that wrote it, and
// writes what it says about each event as JSON.
import ICAL from 'ical.js';

let text = '';
for await (const chunk of process.stdin) {
  text += chunk;
}

const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone);
}

const most = 200;
const instant = (time) => time.toJSDate().toISOString();

function startsOf(event) {
  if (!event.isRecurring()) {
    return [instant(event.startDate)];
  }
  const starts = [];
  const times = event.iterator();
  for (let time = times.next(); time && starts.length < most; time = times.next()) {
    starts.push(instant(time));
  }
  return starts;
}

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    title: event.summary,
    startsAt: instant(event.startDate),
    endsAt: instant(event.endDate),
    isCancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
    recurs: event.isRecurring(),
    sequence: event.sequence,
    timeZone: component.getFirstProperty('dtstart').getParameter('tzid') ?? null,
    description: event.description,
    place: event.location,
    starts: startsOf(event),
  };
});
console.log(JSON.stringify({ product: calendar.getFirstPropertyValue('prodid'), version: calendar.getFirstPropertyValue('version'), events }));
