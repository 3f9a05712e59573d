// SMSAPI's own Node client against the emulator: every reply must be understood.
//   node script.mjs <base address> <access token>
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SMSAPI } from 'smsapi';

const [address, token] = process.argv.slice(2);
const client = new SMSAPI(token, address);
const numbers = ['48500111001', '48500111002', '48500111003'];
const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'vms-')), 'vms.wav');
fs.writeFileSync(file, 'RIFF\0\0\0\0WAVE\r\n--not a boundary');
let checks = 0;

// What the client can do and was not called yet; each call crosses one off.
const uncalled = new Set();
const modules = Object.entries({ ...client, fields: client.contacts.fields, groups: client.contacts.groups }).filter(([, module]) => module.httpClient);
for (const [group, module] of modules) {
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(module)).filter((each) => !/^(constructor|format.*)$/.test(each))) {
    const run = module[name];
    uncalled.add(`${group}.${name}`);
    module[name] = (...args) => {
      uncalled.delete(`${group}.${name}`);
      return run.apply(module, args);
    };
  }
}

async function check(name, run) {
  try {
    await run();
    checks++;
  } catch (error) {
    console.error(`FAILED: ${name}`);
    console.error(error.responseBody ?? error.data ?? '', error);
    process.exitCode = 1;
  }
}

function isMessage(item, number) {
  assert.match(item.id, /\S+/);
  assert.equal(item.number, number);
  assert.equal(typeof item.points, 'number');
  assert.ok(item.points > 0);
  assert.equal(item.status, 'QUEUE');
  assert.ok(item.dateSent instanceof Date && !Number.isNaN(item.dateSent.getTime()));
  assert.equal(typeof item.submittedNumber, 'string');
}

const tomorrow = () => new Date(Date.now() + 24 * 3600 * 1000);

await check('send', async () => {
  const sent = await client.sms.sendSms(numbers[0], 'Zażółć gęślą jaźń', { idx: 'order1842', checkIdx: true });
  assert.equal(sent.count, 1);
  assert.equal(sent.message, 'Zażółć gęślą jaźń');
  assert.equal(sent.parts, 1);
  assert.equal(typeof sent.length, 'number');
  isMessage(sent.list[0], numbers[0]);
  assert.equal(sent.list[0].idx, 'order1842');
});

await check('bulk', async () => {
  const sent = await client.sms.sendSms(numbers, 'Sale!');
  assert.equal(sent.count, 3);
  assert.deepEqual(sent.list.map((item) => item.number).sort(), numbers);
  sent.list.forEach((item) => isMessage(item, item.number));
  assert.equal(new Set(sent.list.map((item) => item.id)).size, 3);
});

await check('flash, normalised, fast, with a sender', async () => {
  const sent = await client.sms.sendFlashSms(numbers[0], 'ąęś', { normalize: true, fast: true, from: 'Test', maxParts: 2, allowDuplicates: true });
  isMessage(sent.list[0], numbers[0]);
});

await check('personalised', async () => {
  const sent = await client.sms.sendSms(numbers, 'Hello [%1%]', { param1: 'Anna|Piotr|Ewa' });
  assert.equal(sent.count, 3);
});

await check('test mode', async () => {
  const sent = await client.sms.sendSms(numbers[0], 'hello', { test: true });
  assert.equal(sent.count, 1);
});

await check('scheduled, then taken back', async () => {
  const sent = await client.sms.sendSms(numbers.slice(0, 2), 'Tomorrow', { date: tomorrow(), expirationDate: new Date(Date.now() + 48 * 3600 * 1000) });
  assert.equal(sent.count, 2);
  const removed = await client.sms.removeScheduledSms(sent.list.map((item) => item.id));
  assert.equal(removed.count, 2);
  assert.deepEqual(removed.list.map((item) => item.id).sort(), sent.list.map((item) => item.id).sort());
});

await check('HLR of one and of many', async () => {
  const one = await client.hlr.check(numbers[0]);
  assert.equal(one.status, 'OK');
  assert.equal(one.number, numbers[0]);
  assert.match(String(one.id), /\S+/);
  assert.ok(Number(one.price) > 0);
  const many = Object.values(await client.hlr.check(numbers, ['a', 'b', 'c']));
  assert.equal(many.length, 3);
  many.forEach((item) => assert.equal(item.status, 'OK'));
});

await check('refusals', async () => {
  await assert.rejects(client.sms.sendSms('12', 'hello'), (error) => error.name === 'MessageError' && error.data.error === 13 && error.data.message.length > 0);
  await assert.rejects(client.sms.sendSms(numbers[0], ''), (error) => error.name === 'MessageError' && error.data.error === 11);
  await assert.rejects(new SMSAPI('wrong', address).sms.sendSms(numbers[0], 'hello'), (error) => error.name === 'MessageError' || error.status === 401);
});

await check('profile', async () => {
  const profile = await client.profile.get();
  assert.equal(typeof profile.points, 'number');
  assert.equal(typeof profile.phoneNumber, 'string');
  assert.equal(profile.paymentType, 'prepaid');
});

await check('sender names', async () => {
  const made = await client.sendernames.create('Nowy');
  assert.equal(made.sender, 'Nowy');
  assert.ok(!Number.isNaN(made.createdAt.getTime()));
  const all = await client.sendernames.get();
  assert.equal(all.size, all.collection.length);
  assert.ok(all.collection.some((item) => item.sender === 'Nowy'));
  assert.equal((await client.sendernames.getBySender('Nowy')).sender, 'Nowy');
  await client.sendernames.remove('Nowy');
  assert.ok(!(await client.sendernames.get()).collection.some((item) => item.sender === 'Nowy'));
});

await check('templates', async () => {
  const made = await client.templates.create({ name: 'order', template: 'Order [%1%] is on its way', normalize: true });
  assert.match(String(made.id), /\S+/);
  assert.equal((await client.templates.getById(made.id)).name, 'order');
  assert.equal((await client.templates.update(made.id, { name: 'parcel' })).name, 'parcel');
  assert.ok((await client.templates.get()).collection.some((item) => item.name === 'parcel'));
  await client.templates.remove(made.id);
});

await check('one-time codes', async () => {
  const made = await client.mfa.generateCode(numbers[0], { content: 'Code: [%code%]' });
  assert.match(made.code, /^\d+$/);
  assert.equal(made.phoneNumber, numbers[0]);
  await client.mfa.verifyCode(numbers[0], made.code);
  await assert.rejects(client.mfa.verifyCode(numbers[0], '000000'), (error) => error.status >= 400);
});

await check('sub-users', async () => {
  const made = await client.subusers.create({ credentials: { username: 'child', password: 'p4ssword-of-child' }, active: true, description: 'Shop', points: { fromAccount: 10, perMonth: 5 } });
  assert.equal(made.username, 'child');
  assert.equal(made.points.fromAccount, 10);
  assert.equal((await client.subusers.getById(made.id)).description, 'Shop');
  assert.equal((await client.subusers.update(made.id, { active: false, credentials: {}, points: {} })).active, false);
  assert.ok((await client.subusers.get()).collection.some((item) => item.id === made.id));
  await client.subusers.remove(made.id);
  assert.equal((await client.subusers.get()).size, 0);
});

await check('MMS', async () => {
  const sent = await client.mms.sendMms(numbers.slice(0, 2), 'Look', '<smil><body/></smil>', { idx: 'm1|m2' });
  assert.equal(sent.count, 2);
  sent.list.forEach((item) => isMessage(item, item.number));
  assert.deepEqual(sent.list.map((item) => item.idx), ['m1', 'm2']);
});

await check('VMS of a text, of a file here and of a file elsewhere', async () => {
  const spoken = await client.vms.sendVms(numbers[0], 'Twój kod', 'maja', { try: 2, interval: 300, skipGsm: true, date: tomorrow() });
  const local = await client.vms.sendVmsWithLocalFile(numbers[0], file);
  const remote = await client.vms.sendVmsWithRemoteFile(numbers, 'https://shop.example/a.wav');
  isMessage(spoken.list[0], numbers[0]);
  assert.ok(spoken.list[0].dateSent.getTime() > Date.now());
  isMessage(local.list[0], numbers[0]);
  assert.equal(remote.count, 3);
});

await check('sender names: the default', async () => {
  await client.sendernames.create('Default');
  await client.sendernames.makeDefault('Default');
  assert.equal((await client.sendernames.getBySender('Default')).isDefault, true);
  assert.equal((await client.sendernames.get()).collection.filter((item) => item.isDefault).length, 1);
  await assert.rejects(client.sendernames.create('Default'), (error) => error.status === 409);
});

function isContact(item, number) {
  assert.match(item.id, /^[0-9a-f]{24}$/);
  assert.equal(item.phoneNumber, number);
  assert.ok(item.dateCreated instanceof Date && !Number.isNaN(item.dateCreated.getTime()));
}

await check('contacts', async () => {
  const anna = await client.contacts.create(numbers[0], { firstName: 'Anna', lastName: 'Nowak', gender: 'female', birthdayDate: new Date('1970-01-31'), city: 'Łódź' });
  const piotr = await client.contacts.create(numbers[1], { firstName: 'Piotr', email: 'piotr@example.com' });
  isContact(anna, numbers[0]);
  assert.deepEqual([anna.firstName, anna.lastName, anna.gender, anna.birthdayDate, anna.city], ['Anna', 'Nowak', 'female', '1970-01-31', 'Łódź']);
  assert.equal((await client.contacts.getById(piotr.id)).email, 'piotr@example.com');
  assert.equal((await client.contacts.update(piotr.id, { description: 'a friend' })).description, 'a friend');
  const all = await client.contacts.get({ orderBy: 'first_name' });
  assert.equal(all.size, 2);
  all.collection.forEach((item, index) => isContact(item, numbers[index]));
  assert.equal((await client.contacts.get({ firstName: ['Anna', 'Ewa'], birthdayDate: new Date('1970-01-31') })).collection[0].id, anna.id);
  assert.equal((await client.contacts.get({ q: 'nobody' })).size, 0);
  await assert.rejects(client.contacts.create('12'), (error) => error.status === 400 && JSON.parse(error.responseBody).errors[0].path === 'phone_number');
  await assert.rejects(client.contacts.getById('0f0f0f0f0f0f0f0f0f0f0f0f'), (error) => error.status === 404);
});

await check('fields of contacts', async () => {
  const made = await client.contacts.fields.create('size', 'number');
  assert.deepEqual([made.name, made.type], ['size', 'number']);
  assert.equal((await client.contacts.fields.update(made.id, 'shoe_size')).name, 'shoe_size');
  assert.ok((await client.contacts.fields.get()).collection.some((item) => item.name === 'shoe_size'));
  await client.contacts.fields.remove(made.id);
  assert.equal((await client.contacts.fields.get()).size, 0);
});

await check('groups of contacts, and sending to them', async () => {
  const group = await client.contacts.groups.create('friends', { description: 'of the shop', idx: 'g1', contactExpireAfter: 30 });
  assert.match(group.id, /^[0-9a-f]{24}$/);
  assert.deepEqual([group.name, group.description, group.idx, group.contactsCount], ['friends', 'of the shop', 'g1', 0]);
  assert.ok(group.dateCreated instanceof Date && group.permissions.length === 1);
  await assert.rejects(client.contacts.groups.create('friends'), (error) => error.status === 409);
  const people = (await client.contacts.get()).collection;
  for (const person of people) {
    assert.equal((await client.contacts.assignContactToGroup(person.id, group.id)).collection[0].id, group.id);
  }
  assert.equal((await client.contacts.groups.getById(group.id)).contactsCount, 2);
  assert.equal((await client.contacts.getGroups(people[0].id)).collection[0].name, 'friends');
  assert.equal((await client.contacts.getGroupById(people[0].id, group.id)).id, group.id);
  const sent = await client.sms.sendSmsToGroup('friends', 'Hi [%contact.first_name%]');
  assert.deepEqual(sent.list.map((item) => item.number).sort(), numbers.slice(0, 2));
  assert.equal((await client.sms.sendFlashSmsToGroup(['friends'], 'Hi')).count, 2);
  assert.equal((await client.mms.sendMmsToGroup('friends', 'Look', '<smil/>')).count, 2);
  assert.equal((await client.vms.sendVmsToGroup('friends', 'Hello')).count, 2);
  assert.equal((await client.vms.sendVmsWithRemoteFileToGroup('friends', 'https://shop.example/a.wav')).count, 2);
  assert.equal((await client.vms.sendVmsWithLocalFileToGroup('friends', file)).count, 2);
  await client.contacts.unpinContactFromGroup(people[0].id, group.id);
  await assert.rejects(client.contacts.getGroupById(people[0].id, group.id), (error) => error.status === 404);
  assert.equal((await client.contacts.groups.update(group.id, { name: 'best friends' })).name, 'best friends');
  assert.equal((await client.contacts.groups.get()).collection[0].contactsCount, 1);
  await client.contacts.groups.remove(group.id, true);
  assert.equal((await client.contacts.get()).size, 1);
  await client.contacts.remove(people[0].id);
  assert.equal((await client.contacts.get()).size, 0);
});

await check('every method of the client was called', async () => assert.deepEqual([...uncalled], []));

fs.rmSync(path.dirname(file), { recursive: true });
console.log(`${checks} checks passed`);
