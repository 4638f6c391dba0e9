import { expect, test } from 'vitest';
import { savingOf, type Facts } from './saving';

const calm: Facts = {
  isConnected: true,
  isDurable: true,
  hasUnsaved: false,
  isStorageFull: false,
  isRefused: false,
  access: 'write',
};

test('what the server has on disk is saved', () => {
  expect(savingOf(calm)).toBe('saved');
});

test('what is on its way is being sent, not saved', () => {
  expect(savingOf({ ...calm, isDurable: false, hasUnsaved: true })).toBe('sending');
});

test('without a connection, only what is unsaved is told to be on this device', () => {
  expect(savingOf({ ...calm, isConnected: false })).toBe('offline');
  expect(savingOf({ ...calm, isConnected: false, isDurable: false, hasUnsaved: true })).toBe('device');
});

test('a full disk shows only while something waits for it', () => {
  expect(savingOf({ ...calm, isStorageFull: true })).toBe('saved');
  expect(savingOf({ ...calm, isStorageFull: true, isDurable: false, hasUnsaved: true })).toBe('full');
});

test('a refusal is never covered by anything else', () => {
  expect(savingOf({ ...calm, isRefused: true, isConnected: false })).toBe('refused');
});

test('who only reads is told so', () => {
  expect(savingOf({ ...calm, access: 'read' })).toBe('read-only');
});
