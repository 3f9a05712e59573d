// SMSAPI's own Node client against the emulator: every reply must be understood.
//   node script.mjs <base address> <access token>
import assert from 'node:assert/strict';
import { SMSAPI } from 'smsapi';

const [address, token] = process.argv.slice(2);
const client = new SMSAPI(token, address);
const numbers = ['48500111001', '48500111002', '48500111003'];
let checks = 0;

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

console.log(`${checks} checks passed`);
