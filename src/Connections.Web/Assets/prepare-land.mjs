// Writes Features/Shared/Drawing/land.json from world-atlas (Natural Earth 1:110m, public domain): the outlines of the land
// in tenths of a degree, each a flat list of longitude and latitude steps from the point before. Run by hand; the result
// is kept with the sources. Antarctica is left out: it lies outside both maps.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const atlas = JSON.parse(await readFile(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'));
const rings = feature(atlas, atlas.objects.land).features
  .flatMap(land => land.geometry.type === 'Polygon' ? [land.geometry.coordinates] : land.geometry.coordinates)
  .flatMap(polygon => polygon)
  .filter(ring => ring.some(([, latitude]) => latitude > -60));

const steps = rings.map(ring => {
  let [x, y] = [0, 0];
  return ring.slice(0, -1).flatMap(([longitude, latitude]) => {
    const [nextX, nextY] = [Math.round(longitude * 10), Math.round(latitude * 10)];
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
});

await writeFile(new URL('../Features/Shared/Drawing/land.json', import.meta.url), `[\n${steps.map(ring => JSON.stringify(ring)).join(',\n')}\n]\n`);
console.log(`${rings.length} outlines, ${rings.flat().length} points`);
