import { expect, test } from 'vitest';
import type { PersonView } from '../generated/PersonView';
import type { SpaceView } from '../generated/SpaceView';
import { applied } from './space.svelte';

const lea: PersonView = { id: 'lea', name: 'Léa', structure: null, role: 'facilitator', peers: ['p1'] };
const omar: PersonView = { id: 'omar', name: 'Omar', structure: 'La Ruche', role: 'participant', peers: [] };
const space: SpaceView = {
  id: 's',
  kind: 'workshop',
  title: 'Jour 1',
  language: 'fr',
  role: 'facilitator',
  participant: 'lea',
  documents: [],
  people: [lea, omar],
  code: null,
};

test('people who change keep their place, newcomers come last, those who left are gone', () => {
  const ines = { ...omar, id: 'ines', name: 'Inès' };
  const next = applied(space, {
    kind: 'atelier-people',
    space: 's',
    changed: [{ ...lea, peers: [] }, ines],
    gone: ['omar'],
  });
  expect(next.people.map(({ name, peers }) => [name, peers])).toEqual([
    ['Léa', []],
    ['Inès', []],
  ]);
});

test('news of another space changes nothing', () => {
  expect(applied(space, { kind: 'atelier-people', space: 'other', changed: [], gone: ['lea'] })).toBe(space);
  expect(applied(space, { kind: 'atelier-documents', space: 'other', documents: [] })).toBe(space);
  expect(applied(space, { kind: 'atelier-space', space: { ...space, id: 'other' } })).toBe(space);
});

test('a new role is known at once', () => {
  expect(applied(space, { kind: 'atelier-role', space: 's', role: 'reader' }).role).toBe('reader');
});
