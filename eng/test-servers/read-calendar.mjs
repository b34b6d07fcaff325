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

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    title: event.summary,
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    isCancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
    recurs: event.isRecurring(),
  };
});
console.log(JSON.stringify({ product: calendar.getFirstPropertyValue('prodid'), version: calendar.getFirstPropertyValue('version'), events }));
