// The web inbox: one page, no framework, no build. What an application sent becomes text nodes and nothing else.

// --- Words

const gateways = { SmsApi: 'SMSAPI', SpeedSms: 'SpeedSMS', SpeedMarket: 'SpeedMarket', SmsClub: 'SMS Club', KeyRef: 'Key/ref' };

const several = (one, many) => n => n === 1 ? one : `${n.toLocaleString('en')} ${many}`;

const words = {
  name: 'SMS inbox', menu: 'Menu', back: '‹ Back', close: 'Close', copy: 'Copy', copied: 'Copied', cancel: 'Cancel', save: 'Save', remove: 'Remove', removed: 'Removed.', failed: 'Failed: ',
  search: 'Search', searchHint: 'to:+4850 status:failed segments:>1', noMatch: 'Nothing matches.', noneYet: 'Nothing yet.', showAll: 'Show all messages',
  clear: 'Clear', theme: name => `Theme: ${name}`,
  faultsOff: 'Faults: off', faultsOn: n => `Faults: ${n} on`, armed: n => `Faults armed: ${n}. Requests fail on purpose.`,
  disarm: 'Disarm all', disarmed: 'All faults are off.', titleFaults: ' · faults on',
  inboxes: 'Inboxes', gateways: 'Gateways', tools: 'Tools', all: 'All', navigation: 'Inboxes, gateways and tools',
  views: { messages: 'Messages', inboxes: 'New inbox', requests: 'Requests', webhooks: 'Webhooks', faults: 'Faults', api: 'API' },
  messages: several('1 message', 'messages'), segments: several('1 segment', 'segments'), fresh: several('1 new message', 'new messages'), unread: 'unread', noSender: 'no sender name',
  live: { connecting: 'Connecting', live: 'Live', polling: 'Polling', offline: 'Offline', paused: 'Paused' },
  encoding: { Gsm7: 'GSM-7', Ucs2: 'UCS-2', Binary: 'Binary' },
  state: { Queued: 'accepted', Scheduled: 'scheduled', Sent: 'sent', Delivered: 'delivered', Undelivered: 'failed', Expired: 'expired', Rejected: 'rejected', Cancelled: 'cancelled', Unknown: 'unknown' },
  fault: '! fault', choose: 'Choose a message; j and k walk through them.', gone: 'No longer kept.',
  phone: number => `Phone ${number}`, conversation: 'Conversation', reply: 'Reply as this phone', send: 'Send', stop: 'STOP', replied: 'The phone has replied.', flash: 'flash', test: 'test mode', webhook: { true: 'webhook OK', false: 'webhook failed' }, keptOnly: 'kept in the inbox only',
  details: 'Details', detail: { gateway: 'Gateway', id: 'Id', reference: 'Reference', from: 'Sender', inbox: 'Inbox', kind: 'Kind', cost: 'Cost', code: 'One-time code', accepted: 'Accepted', scheduled: 'Scheduled', expires: 'Valid until', fault: 'Fault' },
  anatomy: 'Segments and encoding', units: (used, room) => `${used} of ${room} units`, forced: 'These characters forced UCS-2:', none: 'none', leaveOut: 'leave out', space: 'space',
  fits: 'Every character is in the GSM alphabet.', binary: 'Octets, no text.', saves: (n, cost, now) => `In plain letters ${n}${cost ? `, ${cost} instead of ${now}` : ''}.`, savesNothing: n => `In plain letters ${n} too.`, noPlain: 'Some have no plain form.', copyPlain: 'Copy plain text',
  report: 'Delivery report', goesTo: 'Goes to', polled: name => `${name} pushes no reports: the application asks for the state.`, noTarget: 'The request named no address. Reports and replies of this inbox go to:', target: 'Address for reports and replies', saved: 'Saved.',
  but: 'Delivered, but', twice: 'Send twice', early: 'Before the response', late: 'Late (10 s)', earlyKept: 'The next message to this number is reported first.', lateKept: 'In 10 seconds.',
  reports: { Delivered: 'Delivered', Undelivered: 'Failed', Expired: 'Expired', Rejected: 'Rejected' }, reported: 'Acknowledged.', notAcknowledged: 'Not acknowledged: ', stateSet: 'The state has changed.',
  timeline: 'Timeline', answered: (status, ms) => `Request answered with ${status || 'nothing'} in ${ms} ms`, accepted: 'Accepted', now: state => `State: ${state}`, tried: (kind, n) => `${kind} pushed${n > 1 ? `, try ${n}` : ''}`, acknowledged: 'acknowledged', notAck: 'not acknowledged', phoneReplied: 'The phone replied: ',
  wire: 'Request and response', request: 'Request', response: 'Response', curl: 'Copy as curl', asTest: 'Copy as test', raw: 'As sent', noBody: '(no body)', nothing: 'nothing readable', kept: 'stored', notKept: 'not stored',
  credential: { Missing: 'no credentials', SameAsConfigured: 'credentials as configured', Differs: 'other credentials' },
  intros: {
    inboxes: 'What is sent with the credentials of an inbox comes to that inbox: one for each application, team or test.',
    requests: 'Every exchange with a gateway, also refused and broken ones. Credentials are covered.',
    webhooks: 'Reports and replies pushed to the application, and what it answered.',
    faults: 'A fault has two halves: what the caller sees on the wire, and whether the gateway keeps the message.',
    api: 'All that this page does, for scripts and tests in any language.',
  },
  addFault: 'New fault', noFaults: 'No fault is armed.', usedUp: 'used up', isArmed: 'armed',
  presets: { lost: 'Answer lost', timeout: 'Time-out after acceptance', refused: 'Never reached', rate: 'Rate limited', down: 'Server error', slow: 'Slow' },
  when: 'When', any: 'any', anyGateway: 'any gateway', anyOperation: 'any operation', operation: 'Operation', to: 'To number', contains: 'Text contains', act: 'Do', behaviour: 'On the wire', stored: 'The message is', often: 'How often', arm: 'Arm', armedNow: 'Armed.',
  plans: { next: 'the next', every: 'every nth', always: 'until I stop it' }, count: 'How many',
  fields: { status: 'Status', text: 'Value', contentType: 'Content type', count: 'Number', paceMs: 'Pause per byte (ms)', then: 'Then (Fin, Reset, Hang)', delayMs: 'After (ms)' },
  ruleTo: number => `to ${number}`, ruleText: text => `with “${text}”`, ruleInbox: name => `in ${name}`, used: { next: (used, all) => `used ${used} of ${all}`, every: (used, all, n) => `every ${n}, used ${used}×`, always: used => `until removed, used ${used}×`, random: used => `at random, used ${used}×` },
  older: 'Show older', noGateway: 'no gateway', answer: 'Answer',
  routes: 'Routes', inboxName: 'Name of the inbox', open: 'Open', opened: 'Opened.', credentials: 'Copy them now: they are not shown again.', emptyTitle: 'Waiting for the first message', emptyIntro: 'Point an application at one of these addresses, or send one yourself. Nothing leaves this machine.', connect: 'Send one', addresses: 'Base addresses', shell: 'Shell', csharp: 'C#', anyCredentials: 'Any credentials are taken.', strict: 'Only an inbox’s own credentials are taken.',
  magic: 'The last four digits of a number decide: 0001 fails, 0005 has no credit, 0008 is never answered, 0013 replies STOP.',
  clearTitle: 'Clear what?', clearFound: n => `The list: ${n}`, clearAll: 'All messages', reset: 'Requests, webhooks and faults, too', cleared: 'Cleared.',
  keysTitle: 'Keys', keys: [['j', 'next'], ['k', 'previous'], ['/', 'search'], ['r', 'reply'], ['d', 'delivered'], ['f', 'failed'], ['?', 'keys'], ['Esc', 'back']], singleKeys: 'Single keys are on',
};

// --- Elements

// Makes an element: h('button.primary', { onclick }, 'Save'). Strings become text nodes, never markup.
function h(spec, ...children) {
  const props = children[0]?.constructor === Object ? children.shift() : {};
  const [tag, ...classes] = spec.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (isThere(value)) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

const isThere = value => (value ?? false) !== false;

const present = children => children.flat(9).filter(isThere);

const button = (text, onclick, look = '', props) => h('button' + look, { type: 'button', 'data-key': text, onclick, ...props }, text);

const chip = (text, look = '') => h('span.chip' + look, text);

const card = (title, ...content) => h('section.card', { 'aria-label': title }, h('h3', title), content);

const pairs = rows => h('dl', rows.filter(([, value]) => value).map(([name, value]) => [h('dt', name), h('dd', value)]));

const pre = text => h('pre', { tabindex: 0 }, text);

const form = (look, submit, ...content) => h('form' + look, { onsubmit: event => { event.preventDefault(); submit(event.target); } }, content);

const option = (value, text) => h('option', { value }, text);

const labelled = (label, input) => h('label', h('span', label), input);

// Gives a container new content. Focus and the place scrolled to stay.
function swap(container, ...content) {
  const focused = container.contains(document.activeElement) && document.activeElement.dataset.key;
  const top = container.scrollTop;
  container.replaceChildren(...present(content));
  container.scrollTop = top;
  if (focused) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

// Runs at most once in a while, and always a last time.
function seldom(milliseconds, act) {
  let [timer, last] = [0, 0];
  return () => { timer ||= setTimeout(() => { timer = 0; last = Date.now(); act(); }, Math.max(0, last + milliseconds - Date.now())); };
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

const time = at => h('time', { datetime: at }, clock.format(new Date(at)));

const countryCode = /^\+(?:[17]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[789]\d|8[0578]\d|9[679]\d|\d\d)/;

// +48500111222 as people write it.
function pretty(number) {
  const code = countryCode.exec(number)?.[0] ?? '';
  return `${code} ${number.slice(code.length).replace(/(?<=\d\d)(?=(\d{3})+$)/g, ' ')}`.trim();
}

const money = (amount, currency) => `${+amount.toFixed(4)} ${currency}`.trim();

const copyButton = (text, label = words.copy) => button(label, () => act(() => navigator.clipboard.writeText(text), words.copied), '.small', { 'data-key': label + text });

// --- Calls

async function call(method, path, body) {
  const response = await fetch('/api/v1/' + path, {
    method,
    headers: { ...(method !== 'GET' && { 'X-Sms-Emulator': '1' }), ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const reply = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null;
  if (!response.ok) throw new Error(reply?.detail ?? response.statusText);
  return reply;
}

const get = (path, query = {}) => call('GET', `${path}?${new URLSearchParams(Object.entries(query).filter(([, value]) => value))}`);

// What a person asked for, and how it went.
async function act(work, done) {
  try {
    const result = await work();
    const text = typeof done === 'function' ? done(result) : done;
    if (text) say(text);
    return result;
  } catch (problem) {
    say(words.failed + problem.message);
    return null;
  }
}

let silence = 0;

function say(text) {
  ui.notice.textContent = text;
  ui.notice.classList.add('shown');
  clearTimeout(silence);
  silence = setTimeout(() => ui.notice.classList.remove('shown'), 4000);
}

// --- Address

const state = { view: 'messages', id: null, q: '', inbox: '', gateway: '', summary: null, inboxes: [], armed: 0 };

const pages = { messages: mountMessages, inboxes: mountInboxes, requests: mountRequests, webhooks: mountWebhooks, faults: mountFaults, api: mountApi };

const home = { view: 'messages', id: null };

const filters = ['q', 'inbox', 'gateway'];

// The part of the address behind #, with some of the state changed.
function address(change) {
  const next = { ...state, ...change };
  const query = new URLSearchParams(filters.filter(name => next[name]).map(name => [name, next[name]]));
  return `#/${next.view}${next.id ? '/' + next.id : ''}${query.size ? '?' + query : ''}`;
}

function readAddress() {
  const [path, query] = location.hash.slice(2).split('?');
  const [view, id] = path.split('/');
  const found = { view: view in pages ? view : 'messages', id: /^\d+$/.test(id ?? '') ? id : null };
  for (const name of filters) found[name] = new URLSearchParams(query).get(name) ?? '';
  return found;
}

function go(change, replace = false) {
  const next = address(change);
  if (next !== location.hash) history[replace ? 'replaceState' : 'pushState'](null, '', next);
  arriveAt(readAddress());
}

function arriveAt(next) {
  const [asked, view] = [filter(), state.view];
  Object.assign(state, next);
  document.body.classList.remove('menu');
  document.body.classList.toggle('reading', state.view === 'messages' && state.id !== null);
  if (document.activeElement !== ui.search) ui.search.value = state.q;
  paintRail();
  if (view !== state.view || !ui.main.hasChildNodes()) mountView();
  if (state.view !== 'messages') return;
  if (asked !== filter()) loadList();
  paintListSoon();
  openMessage();
}

const filter = () => [state.q, state.inbox && `inbox:"${state.inbox}"`, state.gateway && `gateway:${state.gateway}`].filter(Boolean).join(' ');

const pageHead = (title, intro) => [h('h2', title), h('p.lead', intro)];

const showPage = (...content) => ui.main.replaceChildren(h('section.page', pageHead(words.views[state.view], words.intros[state.view]), content));

function mountView() {
  ui.main.className = state.view;
  ui.main.scrollTop = 0;
  pages[state.view]();
}

// --- Frame

const ui = {
  main: h('main'),
  rail: h('nav.rail', { 'aria-label': words.navigation }),
  search: h('input', { type: 'search', placeholder: words.searchHint, 'aria-label': words.search, autocomplete: 'off', spellcheck: 'false' }),
  faults: h('a.alarm'), theme: button('', nextTheme), strip: h('div.strip', { role: 'status' }),
  link: h('span.link', { role: 'status' }), totals: h('span.totals'), notice: h('p.notice', { role: 'status' }),
  keys: h('aside.keys', { hidden: true, 'aria-label': words.keysTitle }),
};

const key = letter => h('kbd', letter);

function buildFrame() {
  let typing = 0;
  const search = () => go({ ...home, q: ui.search.value.trim() }, true);
  ui.search.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(search, 150); });
  document.body.prepend(
    h('header.top',
      button(words.menu, () => document.body.classList.toggle('menu'), '.menu-button'),
      h('h1', h('img', { src: document.querySelector('link[rel=icon]').href, alt: '' }), words.name),
      h('div.search', { role: 'search' }, ui.search), ui.faults, ui.theme, button(words.clear, openClear)),
    ui.strip, ui.rail, ui.main, ui.keys,
    h('footer', ui.link, ui.totals, h('span.hints', { 'aria-hidden': 'true' }, words.keys.slice(0, 7).map(([letter, name]) => [key(letter), name]))),
    ui.notice);
}

function paintTop() {
  const { armed } = state;
  const rules = { view: 'faults', id: null };
  ui.faults.href = address(rules);
  ui.faults.classList.toggle('armed', armed > 0);
  ui.faults.textContent = armed ? words.faultsOn(armed) : words.faultsOff;
  ui.strip.hidden = !armed;
  swap(ui.strip, armed > 0 && [h('a', { href: address(rules), 'data-key': 'armed' }, words.armed(armed)), button(words.disarm, () => act(() => call('DELETE', 'faults'), words.disarmed))]);
  document.title = (unread.size ? `(${unread.size}) ` : '') + words.name + (armed ? words.titleFaults : '');
}

function paintRail() {
  const { summary, view, inbox, gateway } = state;
  if (!summary) return;
  const isList = view === 'messages';
  const group = (title, items) => [h('h2', title), h('ul', items)];
  const item = (text, count, change, isCurrent) => h('li', h('a', { href: address(change), 'aria-current': isCurrent && 'page', 'data-key': text }, h('span', text), count !== null && h('span', String(count))));
  const counts = { requests: summary.exchanges, webhooks: summary.webhooks, faults: state.armed, api: null };
  swap(ui.rail,
    group(words.inboxes, [
      item(words.all, summary.messages, { ...home, inbox: '', gateway: '' }, isList && !inbox && !gateway),
      summary.inboxes.map(each => item(each.name, each.messages, { ...home, inbox: each.name }, isList && inbox === each.name)),
      item('+ ' + words.views.inboxes, null, { view: 'inboxes', id: null }, view === 'inboxes'),
    ]),
    group(words.gateways, Object.entries(gateways).map(([id, name]) => item(name, summary.gateways[id], { ...home, gateway: gateway === id ? '' : id }, isList && gateway === id))),
    group(words.tools, Object.entries(counts).map(([id, count]) => item(words.views[id], count, { view: id, id: null }, view === id))));
}

const refreshSummary = seldom(300, loadSummary);

async function loadSummary() {
  const summary = state.summary = await get('summary');
  state.armed = summary.faultsArmed;
  const cost = Object.entries(summary.cost).filter(([currency, amount]) => currency && amount > 0).map(([currency, amount]) => money(amount, currency));
  ui.totals.textContent = [words.messages(summary.messages), words.segments(summary.segments), ...cost].join(' · ');
  paintRail();
  paintTop();
  if (state.view === 'messages' && ui.empty) paintEmptiness();
}

const theme = () => localStorage.theme ?? 'auto';

function nextTheme() {
  setTheme({ auto: 'light', light: 'dark', dark: 'auto' }[theme()]);
}

function setTheme(name) {
  localStorage.theme = name;
  document.documentElement.style.colorScheme = name === 'auto' ? '' : name;
  ui.theme.textContent = words.theme(name);
}

function openClear() {
  const isNarrowed = filter() !== '' && state.view === 'messages';
  const choice = (value, text, checked) => h('label.choice', h('input', { type: 'radio', name: 'what', value, checked }), text);
  const calls = { found: () => call('DELETE', 'messages?' + new URLSearchParams({ q: filter() })), messages: () => call('DELETE', 'messages'), everything: () => call('POST', 'reset') };
  openDialog(words.clearTitle, [
    isNarrowed && choice('found', words.clearFound(words.messages(list.total)), true),
    choice('messages', words.clearAll, !isNarrowed),
    choice('everything', words.reset),
  ], words.clear, form => { act(calls[form.get('what')], words.cleared); go(home); });
}

function openDialog(title, fields, verb, done) {
  const dialog = h('dialog', { 'aria-label': title, onclose: () => dialog.remove() });
  const submit = filled => { dialog.close(); done(new FormData(filled)); };
  dialog.append(form('', submit, h('h2', title), present(fields), h('div.actions', button(words.cancel, () => dialog.close()), h('button.primary', verb))));
  document.body.append(dialog);
  dialog.showModal();
}

// --- List

const rowHeight = 88;
const pageSize = 200;
const mostRows = 2000;

// Only the rows in sight are elements; the rest is an empty height. Newest first.
const list = {
  items: [], fresh: [], late: [], total: 0, turn: 0, isHeld: false, isLoading: false, rows: new Map(),
  box: h('div.rows', { role: 'listbox', tabindex: 0, 'aria-label': words.views.messages }),
  canvas: h('div.canvas', { role: 'presentation' }),
  bar: h('button.bar', { type: 'button', hidden: true, onclick: showFresh }),
  nothing: h('div.nothing', { hidden: true }),
};

// What came while the page was open, and was not opened.
const unread = new Set();

function settle() {
  if (!list.isHeld && list.box.scrollTop === 0) showFresh();
}

function buildList() {
  const { box } = list;
  box.append(list.canvas);
  box.addEventListener('scroll', () => { paintListSoon(); settle(); }, { passive: true });
  box.addEventListener('click', event => { const row = event.target.closest('.row'); if (row) go({ id: row.id.slice(4) }); });
  new ResizeObserver(paintListSoon).observe(box);
}

function mountMessages() {
  ui.list = h('section.list', {
    'aria-label': words.views.messages,
    onpointerenter: event => { list.isHeld = event.pointerType === 'mouse'; },
    onpointerleave: () => { list.isHeld = false; settle(); },
  }, list.bar, list.box, list.nothing);
  ui.detail = h('section.detail', { 'aria-label': words.conversation });
  ui.empty = h('section.page.empty', { hidden: true, 'aria-label': words.emptyTitle });
  ui.main.replaceChildren(ui.list, ui.detail, ui.empty);
  detail.id = null;
  paintEmptiness();
}

// Whether anything came at all decides between the list and the page of addresses.
function paintEmptiness() {
  const isEmpty = state.summary?.messages === 0;
  if (ui.empty.hidden === isEmpty) {
    ui.empty.hidden = !isEmpty;
    swap(ui.empty, isEmpty && [pageHead(words.emptyTitle, words.emptyIntro), connectSection()]);
  }
  ui.list.hidden = ui.detail.hidden = isEmpty;
  list.box.hidden = list.items.length === 0;
  list.nothing.hidden = isEmpty || !list.box.hidden || list.isLoading;
  if (!list.nothing.hidden) swap(list.nothing, h('p', state.q ? words.noMatch : words.noneYet), button(words.showAll, () => { ui.search.value = ''; go({ q: '', inbox: '', gateway: '' }); }));
}

async function loadList(atLeast = pageSize) {
  const turn = ++list.turn;
  list.isLoading = true;
  list.late = [];
  const { items, total } = await get('messages', { limit: Math.min(1000, Math.max(pageSize, atLeast)), q: filter() });
  if (turn !== list.turn) return; // Another question has been asked since.
  Object.assign(list, { items, total, fresh: [], isLoading: false });
  list.late.forEach(messageArrived);
  paintListSoon();
}

const reloadList = seldom(250, () => loadList(list.items.length));

async function loadOlder() {
  if (list.isLoading || list.items.length >= list.total || list.items.length === 0) return;
  const { turn } = list;
  list.isLoading = true;
  const { items } = await get('messages', { limit: pageSize, q: filter(), before: list.items.at(-1).id });
  if (turn !== list.turn) return;
  list.isLoading = false;
  list.items.push(...items);
  if (!items.length) list.total = list.items.length;
  paintListSoon();
}

const indexOf = (items, id) => items.findIndex(each => each.id === id);

function messageArrived(message) {
  if (list.isLoading) list.late.push(message);
  if (messageChanged(message)) return;
  state.summary.messages++;
  if (state.q) return reloadList();
  if ((state.inbox && state.inbox !== message.inbox) || (state.gateway && state.gateway !== message.gateway)) return;
  list.total++;
  unread.add(message.id);
  list.fresh.unshift(message);
  if (list.isHeld || list.box.scrollTop > 0) paintListSoon(); else showFresh();
}

// Says whether the message was there.
function messageChanged(message) {
  const items = [list.items, list.fresh].find(each => indexOf(each, message.id) >= 0);
  if (!items) return false;
  items[indexOf(items, message.id)] = message;
  paintListSoon();
  return true;
}

function showFresh() {
  if (list.fresh.length === 0) return;
  list.items.unshift(...list.fresh);
  list.items.length = Math.min(list.items.length, mostRows);
  list.fresh = [];
  list.box.scrollTop = 0;
  paintListSoon();
}

let isPaintDue = false;

function paintListSoon() {
  if (isPaintDue) return;
  isPaintDue = true;
  requestAnimationFrame(() => { isPaintDue = false; paintList(); });
}

function paintList() {
  const { box, items } = list;
  if (state.view !== 'messages' || !state.summary || !ui.empty) return;
  paintEmptiness();
  list.bar.hidden = list.fresh.length === 0;
  list.bar.textContent = words.fresh(list.fresh.length);
  list.canvas.style.height = items.length * rowHeight + 'px';
  const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - 6);
  const last = Math.min(items.length, Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + 6);
  const rows = new Map(items.slice(first, last).map((message, index) => [message.id, rowFor(message, first + index)]));
  list.rows = rows;
  list.canvas.replaceChildren(...[...rows.values()].map(row => row.element));
  if (rows.has(state.id)) box.setAttribute('aria-activedescendant', 'row-' + state.id); else box.removeAttribute('aria-activedescendant');
  if (last > items.length - 30) loadOlder();
  paintTop();
}

// The row that is there already, when nothing about it has changed.
function rowFor(message, index) {
  const look = [message.id === state.id, unread.has(message.id)];
  const before = list.rows.get(message.id);
  const row = before?.message === message && String(before.look) === String(look) ? before : { message, look, element: buildRow(message, ...look) };
  row.element.style.transform = `translateY(${index * rowHeight}px)`;
  row.element.setAttribute('aria-posinset', index + 1);
  row.element.setAttribute('aria-setsize', list.total);
  return row;
}

const buildRow = (message, isSelected, isUnread) => h('div.row', { role: 'option', id: 'row-' + message.id, 'aria-selected': String(isSelected) },
  h('span.row-top', isUnread && h('span.dot', { role: 'img', 'aria-label': words.unread }), h('b', pretty(message.to)), h('span.sender', message.from), time(message.acceptedAt)),
  h('span.row-text', message.text),
  h('span.chips', chip(gateways[message.gateway]), message.fault && chip(words.fault, '.fault'), chip(`${words.encoding[message.encoding]} · ${message.segments}`), stateChip(message.state),
    message.code && chip(message.code)));

const stateChip = name => chip(words.state[name], '.' + name.toLowerCase());

// Opens the message so many places below or above, and keeps it in sight.
function step(by) {
  showFresh();
  if (state.view !== 'messages' || list.items.length === 0) return;
  const current = indexOf(list.items, state.id);
  const index = current < 0 ? 0 : Math.max(0, Math.min(list.items.length - 1, current + by));
  const { box } = list;
  const top = index * rowHeight;
  box.scrollTop = Math.max(Math.min(box.scrollTop, top), top + rowHeight - box.clientHeight);
  go({ id: list.items[index].id }, true);
}

// --- Message

const polled = ['SmsClub', 'KeyRef'];

const detail = { id: null, message: null, all: null };

const loadDetailSoon = seldom(80, () => act(loadDetail));

function openMessage() {
  const { id } = state;
  if (detail.id === id && ui.detail.hasChildNodes()) return;
  const message = list.items[indexOf(list.items, id)] ?? null;
  Object.assign(detail, { id, message, all: null });
  if (id === null) return swap(ui.detail, h('p.nothing', words.choose));
  unread.delete(id);
  if (message) buildDetail();
  loadDetailSoon();
}

async function loadDetail() {
  const { id } = state;
  if (id === null) return;
  const all = await get(`messages/${id}/conversation`).catch(() => null);
  if (id !== state.id || state.view !== 'messages') return; // Another one was opened since.
  if (!all) return swap(ui.detail, backButton(), h('p.nothing', words.gone));
  const isNew = detail.message === null;
  Object.assign(detail, { message: all.message, all });
  if (isNew) buildDetail(); else paintDetail();
}

const backButton = () => button(words.back, () => go({ id: null }), '.back');

// What stays while things happen: the frame, and the box in which a reply is being written.
function buildDetail() {
  const { message } = detail;
  const number = pretty(message.to);
  ui.thread = h('ol.thread', { tabindex: 0, 'aria-label': words.conversation });
  ui.cards = h('div.cards');
  const field = h('input', { 'aria-label': words.reply, placeholder: words.reply, id: 'reply', autocomplete: 'off' });
  const send = text => act(() => call('POST', 'replies', { from: message.to, text, inReplyTo: message.id }), words.replied);
  const submit = () => { if (field.value) send(field.value); field.value = ''; };
  ui.detail.replaceChildren(backButton(),
    h('div.phone', { role: 'group', 'aria-label': words.phone(number) },
      h('header', h('span.face', { 'aria-hidden': 'true' }, (message.from ?? '#')[0]), h('div', h('h2', message.from || words.noSender), h('p', words.phone(number)))),
      ui.thread,
      form('.reply', submit, field, h('button.primary', words.send), button(words.stop, () => send('STOP')))),
    ui.cards);
  ui.detail.scrollTop = 0;
  paintDetail();
}

function paintDetail() {
  const { all, message } = detail;
  const bubbles = [...(all?.messages ?? [message]).map(messageBubble), ...(all?.replies ?? []).map(replyBubble)].sort(byTime);
  swap(ui.thread, bubbles.map(each => each.element));
  if (ui.thread.dataset.shown !== String(bubbles.length)) ui.thread.scrollTop += ui.thread.querySelector('.chosen').getBoundingClientRect().top - ui.thread.getBoundingClientRect().top - 60;
  ui.thread.dataset.shown = bubbles.length;
  swap(ui.cards, detailsCard(), all && [segmentsCard(), reportCard(), timelineCard(), card(words.wire, all.exchange ? wire(all.exchange) : words.gone)]);
}

const byTime = (one, other) => one.at.localeCompare(other.at);

function messageBubble(message) {
  const isChosen = message.id === state.id;
  const text = isChosen ? h('p', message.text) : button(message.text, () => go({ id: message.id }), '', { 'data-key': 'message' + message.id });
  return { at: message.acceptedAt, element: h(isChosen ? 'li.out.chosen' : 'li.out', text, h('small', time(message.acceptedAt), ' ', stateChip(message.state))) };
}

function replyBubble(reply) {
  const hook = detail.all.webhooks.findLast(each => each.reply === reply.id);
  return { at: reply.at, element: h('li.in', h('p', reply.text), h('small', time(reply.at), ' · ', hook ? words.webhook[hook.acknowledged] : words.keptOnly)) };
}

function detailsCard() {
  const { message } = detail;
  const names = words.detail;
  return card(words.details, pairs([
    [names.gateway, gateways[message.gateway]], [names.id, message.gatewayId], [names.reference, message.reference], [names.from, message.from], [names.inbox, message.inbox],
    [names.kind, [message.channel !== 'Sms' && message.channel, message.flash && words.flash, message.test && words.test].filter(Boolean).join(', ')], [names.cost, message.price > 0 && money(message.price, message.currency)],
    [names.code, message.code && [h('b', message.code), ' ', copyButton(message.code)]], [names.accepted, time(message.acceptedAt)],
    [names.scheduled, message.scheduledAt && time(message.scheduledAt)], [names.expires, message.expiresAt && time(message.expiresAt)], [names.fault, message.fault], ...Object.entries(message.extras),
  ]), button(words.remove, () => act(async () => { await call('DELETE', 'messages/' + message.id); go({ id: null }); }, words.removed), '.small'));
}

function segmentsCard() {
  const { all: { segments }, message } = detail;
  const offending = new Set(segments.offending.map(each => each.character));
  const letters = text => [...text].map(letter => offending.has(letter) ? h('u', letter) : letter);
  const isBinary = message.encoding === 'Binary';
  return card(words.anatomy,
    h('p', [words.segments(message.segments), words.encoding[message.encoding], !isBinary && words.units(segments.units, segments.parts.length * segments.unitsPerSegment)].filter(Boolean).join(' · ')),
    h('p.parts', segments.parts.map((part, index) => h('span.part', letters(part.text), segments.parts.length > 1 && h('sup', String(index + 1))))),
    isBinary ? h('p', words.binary) : offending.size === 0 ? h('p', words.fits) : [
      h('p', words.forced),
      h('ul.chips', segments.offending.map(each => h('li.chip', h('b', each.character), ` ${each.codePoint} × ${each.times} → ${plainForm(each.plain)}`))),
      savings(segments),
    ]);
}

const plainForm = plain => plain === null ? words.none : ({ '': words.leaveOut, ' ': words.space })[plain] ?? plain;

function savings({ plain, segments, price, currency }) {
  if (!plain) return h('p', words.noPlain);
  const count = words.segments(plain.segments);
  const text = plain.segments < segments ? words.saves(count, price > 0 && money(plain.price, currency), money(price, currency)) : words.savesNothing(count);
  return h('p', text, ' ', copyButton(plain.text, words.copyPlain));
}

function reportCard() {
  const { message } = detail;
  const send = (text, order, done) => button(text, () => report({ state: 'Delivered', ...order }, done));
  return card(words.report,
    polled.includes(message.gateway) ? h('p', words.polled(gateways[message.gateway])) : message.reportUrl ? h('p', words.goesTo, ' ', h('code', message.reportUrl)) : targetForm(message),
    h('div.actions', Object.entries(words.reports).map(([name, text]) => send(text, { state: name }))),
    h('div.actions', h('span', words.but), send(words.twice, { times: 2 }), send(words.early, { beforeResponse: true }), send(words.late, { delayMs: 10_000 }, words.lateKept)));
}

// Reports on the open message, and says what became of it.
function report(order, before) {
  const { message } = detail;
  if (!message) return;
  if (before) say(before);
  act(() => call('POST', `messages/${message.id}/report`, order), attempt =>
    attempt === null ? words.earlyKept
    : attempt.acknowledged ? words.reported
    : polled.includes(message.gateway) ? words.stateSet
    : words.notAcknowledged + (attempt.error ?? attempt.status));
}

function targetForm({ inbox, gateway }) {
  const { webhooks } = state.inboxes.find(each => each.name === inbox) ?? { webhooks: {} };
  const field = h('input', { type: 'url', value: webhooks[gateway] ?? '', placeholder: 'http://127.0.0.1:5000/sms', 'aria-label': words.target, 'data-key': 'target' });
  const save = async () => { await call('PUT', 'inboxes/' + encodeURIComponent(inbox), { webhooks: { [gateway]: field.value || null } }); await loadInboxes(); };
  return form('.target', () => act(save, words.saved), h('span', words.noTarget), field, h('button', { 'data-key': 'save' }, words.save));
}

function timelineCard() {
  const { message, all: { exchange, webhooks, replies } } = detail;
  const answers = replies.filter(each => each.inReplyTo === message.id);
  const isOurs = hook => hook.messages.includes(message.id) || answers.some(reply => reply.id === hook.reply);
  const entries = [
    { at: message.acceptedAt, text: exchange ? words.answered(exchange.status, exchange.milliseconds) : words.accepted, note: message.fault },
    ...message.history.filter(each => each.what in words.state).map(each => ({ at: each.at, text: words.now(words.state[each.what]) })),
    ...answers.map(each => ({ at: each.at, text: words.phoneReplied + each.text })),
    ...webhooks.filter(isOurs).map(hook => ({ at: hook.at, text: words.tried(hook.kind, hook.attempt), note: hookOutcome(hook) })),
  ].sort(byTime);
  return card(words.timeline, h('ol.timeline', entries.map(each => h('li', time(each.at), h('span', each.text, each.note && h('small', each.note))))));
}

const hookOutcome = hook => hook.error ?? `${hook.status} ${hook.acknowledged ? words.acknowledged : words.notAck}, ${hook.milliseconds} ms`;

// Whether bodies are shown as they went over the wire; a choice that stays.
let isRaw = false;

function wire(exchange) {
  const box = h('div.wire');
  const asTest = async () => navigator.clipboard.writeText((await get(`exchanges/${exchange.id}/test`)).csharp);
  const body = text => (isRaw ? text : readable(text)) || words.noBody;
  const paint = () => swap(box,
    h('div.actions', copyButton(exchange.curl, words.curl), button(words.asTest, () => act(asTest, words.copied), '.small'), button(words.raw, () => { isRaw = !isRaw; paint(); }, '.small', { 'aria-pressed': String(isRaw) })),
    h('h3', words.request), pre(`${exchange.method} ${exchange.path}${exchange.query}\n${exchange.requestHeaders.map(pair => pair.join(': ')).join('\n')}\n\n${body(exchange.request)}`),
    h('h3', words.response), pre(`${exchange.status || words.nothing} ${exchange.responseType ?? ''}\n\n${body(exchange.response)}`));
  paint();
  return box;
}

// JSON with its lines broken, a form with its values decoded, anything else as it is.
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return /^[\w%.[\]-]+=[^\s{<]*$/.test(text) ? [...new URLSearchParams(text)].map(pair => pair.join(' = ')).join('\n') : text;
  }
}

// --- Faults

const presets = {
  lost: { fault: 'CloseFin', accept: true }, timeout: { fault: 'Hang', accept: true }, refused: { fault: 'Reset' },
  rate: { fault: 'RateLimited' }, down: { fault: 'Status' }, slow: { fault: 'None', accept: true },
};

// From the emulator's own list.
let kinds = null;

async function mountFaults() {
  ui.rules = h('div.rules');
  const preset = ([name, text]) => button(text, () => openFault(presets[name]));
  showPage(h('div.actions', button(words.addFault, () => openFault(presets.lost), '.primary'), Object.entries(words.presets).map(preset)), ui.rules);
  kinds ??= (await get('faults/kinds')).items;
  await loadRules();
}

async function loadRules() {
  const { rules } = await get('faults');
  if (state.view === 'faults') swap(ui.rules, rules.length ? h('ul', rules.map(ruleItem)) : h('p.nothing', words.noFaults));
}

function ruleItem(rule) {
  const condition = [rule.gateway ? gateways[rule.gateway] : words.anyGateway, rule.operation === 'Any' ? words.anyOperation : rule.operation,
    rule.to && words.ruleTo(rule.to), rule.text && words.ruleText(rule.text), rule.inbox && words.ruleInbox(rule.inbox)].filter(Boolean).join(' ');
  const { mode, times } = rule.plan.at(-1) ?? { mode: 'next' };
  const remove = () => act(() => call('DELETE', 'faults?' + new URLSearchParams({ id: rule.id })));
  return h(rule.armed ? 'li.armed' : 'li',
    h('div', rule.armed ? chip(words.isArmed, '.fault') : chip(words.usedUp), ' ', h('b', condition), ' ', rule.plan.map(step => `${step.does}, ${step.fault.accept ? words.kept : words.notKept}`).join('; '),
      h('small', words.used[mode](rule.used, rule.used + rule.remaining, times))),
    button(words.remove, remove, '', { 'data-key': rule.id, 'aria-label': `${words.remove}: ${condition}` }));
}

function openFault(preset) {
  const select = (name, ...options) => h('select', { name }, options);
  const input = (name, value, type = 'text') => h('input', { name, value, type, min: type === 'number' && 0, placeholder: type === 'text' && words.any });
  const wire = select('fault', kinds.map(kind => option(kind.fault, kind.does)));
  const kept = select('accept', option('', words.notKept), option('yes', words.kept));
  const fields = h('div.fields');
  const fieldFor = ([name, value]) => labelled(words.fields[name], input(name, value, typeof value === 'number' ? 'number' : 'text'));
  const show = accept => {
    const kind = kinds.find(each => each.fault === wire.value);
    kept.value = accept ?? kind.keeps ? 'yes' : '';
    swap(fields, Object.entries(kind.fields).map(fieldFor));
  };
  wire.addEventListener('change', () => show());
  wire.value = preset.fault;
  show(preset.accept ?? false);
  openDialog(words.addFault, [
    h('fieldset', h('legend', words.when),
      labelled(words.detail.gateway, select('gateway', option('', words.anyGateway), Object.entries(gateways).map(each => option(...each)))),
      labelled(words.operation, select('operation', ['Send', 'Status', 'Balance', 'Inbound'].map(name => option(name, name)), option('Any', words.anyOperation))),
      labelled(words.to, input('to', '')), labelled(words.contains, input('contains', '')),
      labelled(words.detail.inbox, select('inbox', option('', words.all), state.inboxes.map(each => option(each.name, each.name))))),
    h('fieldset', h('legend', words.act), labelled(words.behaviour, wire), fields, labelled(words.stored, kept)),
    h('fieldset', h('legend', words.often), labelled(words.views.requests, select('plan', Object.entries(words.plans).map(each => option(...each)))), labelled(words.count, input('times', 1, 'number'))),
  ], words.arm, form => act(() => call('POST', 'faults', ruleOf(Object.fromEntries(form))), words.armedNow));
}

// The rule as the interface wants it.
function ruleOf(form) {
  const { fields } = kinds.find(kind => kind.fault === form.fault);
  const details = Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? Number(form[name]) : form[name]]);
  const fault = { fault: form.fault, accept: form.accept === 'yes', ...Object.fromEntries(details) };
  const times = Math.max(1, Number(form.times));
  const plan = { next: { steps: [{ ...fault, times }] }, every: { every: { ...fault, nth: times } }, always: { always: fault } }[form.plan];
  return { gateway: form.gateway || null, operation: form.operation, to: form.to || null, text: form.contains || null, inbox: form.inbox || null, ...plan };
}

// --- Tools

// Records, newest first; new ones are added on top, older ones below.
function mountRecords(path, item) {
  const records = h('div');
  const none = h('p.nothing', { hidden: true }, words.noneYet);
  const load = beforeId => act(async () => {
    const { items } = await get(path, { before: beforeId, limit: 50 });
    records.append(...items.map(item));
    older.hidden = items.length < 50;
    none.hidden = records.hasChildNodes();
  });
  const older = button(words.older, () => load(records.lastElementChild.dataset.id), '', { hidden: true });
  ui.addRecord = each => { records.prepend(item(each)); none.hidden = true; };
  showPage(none, records, older);
  load();
}

const record = ({ id }, summary, ...body) => h('details.record', { 'data-id': id }, h('summary', summary), body);

const outcome = (isGood, text) => chip(text, isGood ? '.delivered' : '.undelivered');

function mountRequests() {
  mountRecords('exchanges', each => record(each, [
    time(each.at), chip(gateways[each.gateway] ?? words.noGateway), outcome(each.status >= 200 && each.status < 300, String(each.status || words.nothing)), h('code', `${each.method} ${each.path}`),
    each.fault && chip(each.fault, '.fault'),
  ], h('p', [each.operation, each.inbox, words.credential[each.credential], `${each.milliseconds} ms`].filter(Boolean).join(' · ')), wire(each)));
}

function mountWebhooks() {
  mountRecords('webhooks', each => record(each, [
    time(each.at), chip(gateways[each.gateway]), h('b', words.tried(each.kind, each.attempt)), outcome(each.acknowledged, hookOutcome(each)),
  ], h('h3', words.request), pre(`${each.method ?? ''} ${each.url ?? ''}\n\n${readable(each.body ?? '') || words.noBody}`), h('h3', words.answer), pre(each.error ?? `${each.status}\n\n${each.answer || words.noBody}`)));
}

// Opens an inbox. Its credentials are told here and never again.
function mountInboxes() {
  const name = h('input', { maxlength: 64, required: true, autocomplete: 'off', 'aria-label': words.inboxName, placeholder: words.inboxName });
  const opened = h('div');
  const open = async () => {
    const inbox = await call('POST', 'inboxes', { name: name.value.trim() });
    name.value = '';
    swap(opened, card(inbox.name, h('p', words.credentials), pairs(Object.entries(inbox.credentials).map(([what, secret]) => [what, copyable(secret)]))));
  };
  showPage(form('.target', () => act(open, words.opened), name, h('button.primary', words.open)), opened);
}

async function mountApi() {
  const routes = h('dl');
  showPage(connectSection(), card(words.routes, h('p', h('a', { href: '/openapi.json' }, '/openapi.json')), routes));
  const { paths } = await (await fetch('/openapi.json')).json();
  const rows = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { summary }]) => [h('dt', h('code', `${method.toUpperCase()} ${path}`)), h('dd', summary)]));
  swap(routes, rows);
}

const copyable = text => [h('code', text), ' ', copyButton(text)];

function connectSection() {
  const { baseAddresses, anyCredentials, magicNumbers } = state.summary;
  const snippets = h('div');
  const show = async id => {
    for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset.id === id));
    const { shell, csharp } = await get('snippets', { gateway: id });
    swap(snippets, [[words.shell, shell], [words.csharp, csharp]].map(([title, code]) => h('div.snippet', h('h3', title), copyButton(code), pre(code))));
  };
  const tabs = Object.entries(gateways).map(([id, name]) => button(name, () => show(id), '', { 'data-id': id }));
  show('SmsApi');
  return h('div.connect',
    card(words.connect, h('div.actions', tabs), snippets),
    card(words.addresses, pairs(Object.entries(baseAddresses).map(([id, url]) => [gateways[id], copyable(url)])), h('p', anyCredentials ? words.anyCredentials : words.strict), magicNumbers && h('p', words.magic)));
}

// --- Live

const live = { source: null, cursor: '0', run: '', errors: 0, polls: 0, timer: 0 };

function showLink(name) {
  if (ui.link.textContent === words.live[name]) return;
  ui.link.className = 'link ' + name;
  ui.link.textContent = words.live[name];
}

function hangUp() {
  clearTimeout(live.timer);
  live.source?.close();
  live.source = null;
}

// The browser opens a broken stream again by itself; we only count.
function listen() {
  hangUp();
  const source = live.source = new EventSource('/api/v1/events?after=' + live.cursor);
  source.addEventListener('hello', event => { live.errors = 0; showLink('live'); if (JSON.parse(event.data).run !== live.run) startOver(); });
  for (const kind of Object.keys(happenings)) source.addEventListener(kind, event => happened(kind, event.lastEventId, () => JSON.parse(event.data)));
  source.addEventListener('error', () => {
    showLink('connecting');
    if (++live.errors >= 3) poll(); else if (source.readyState === EventSource.CLOSED) live.timer = setTimeout(listen, 1000);
  });
}

// The way without a stream, and now and then another try to get one.
async function poll() {
  hangUp();
  try {
    const { resync, run, events } = await get('changes', { after: live.cursor });
    showLink('polling');
    if (resync || run !== live.run) await startOver(); else for (const each of events) happened(each.event, each.id, () => each.data);
    if (++live.polls % 10 === 0) return listen();
  } catch {
    showLink('offline');
    live.polls = 9; // Once it is back, the stream is the first thing to try.
  }
  live.timer = setTimeout(poll, 3000);
}

// Each event counts once, whichever way it came.
function happened(kind, id, data) {
  if (+id <= +live.cursor && kind !== 'resync') return;
  live.cursor = id;
  happenings[kind](data);
}

const happenings = {
  message: data => { const message = data(); messageArrived(message); concerns(message.to); refreshSummary(); },
  state: data => { const message = data(); if (state.q) reloadList(); else messageChanged(message); concerns(message.to); },
  reply: data => concerns(data().from),
  exchange: data => recorded('requests', data),
  webhook: data => recorded('webhooks', data),
  faults: data => { state.armed = data().armed; paintTop(); paintRail(); if (state.view === 'faults') loadRules(); },
  inbox: () => { refreshSummary(); loadInboxes(); },
  cleared: startOver,
  resync: startOver,
};

function recorded(view, data) {
  refreshSummary();
  if (state.view === view) ui.addRecord(data()); else if (detail.message) loadDetailSoon();
}

// The conversation that is open is read again when something happens in it.
function concerns(number) {
  if (detail.message?.to === number) loadDetailSoon();
}

async function loadInboxes() {
  state.inboxes = (await get('inboxes')).items;
  if (detail.message && state.view === 'messages') paintDetail();
}

// At the start, after a clearing, and when the emulator is another one.
async function startOver() {
  await Promise.all([loadSummary(), loadInboxes()]);
  const { run, cursor } = state.summary;
  if (run !== live.run) {
    Object.assign(live, { run, cursor });
    unread.clear();
  }
  await loadList();
  if (state.view !== 'messages') mountView(); else if (state.id !== null) loadDetailSoon();
}

// --- Keys

const keys = {
  j: () => step(1), k: () => step(-1), '/': () => ui.search.focus(), r: () => document.getElementById('reply')?.focus(),
  d: () => report({ state: 'Delivered' }), f: () => report({ state: 'Undelivered' }), '?': toggleKeys,
};

const areKeysOn = () => localStorage.keys !== 'off';

function toggleKeys() {
  ui.keys.hidden = !ui.keys.hidden;
  const single = h('input', { type: 'checkbox', checked: areKeysOn(), onchange: event => { localStorage.keys = event.target.checked ? 'on' : 'off'; } });
  swap(ui.keys, h('h2', words.keysTitle), pairs(words.keys.map(([letter, name]) => [key(letter), name])), h('label.choice', single, words.singleKeys), button(words.close, toggleKeys));
}

// Out of the field, then out of the help, then back to the list.
function escape() {
  const element = document.activeElement;
  if (element.matches('input, select, textarea')) element.blur();
  else if (!ui.keys.hidden) toggleKeys();
  else if (state.view !== 'messages' || state.id !== null) { go(home); list.box.focus(); }
}

function keyPressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') return escape();
  const arrow = document.activeElement === list.box && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isTyping = event.target.matches('input:not([type=checkbox], [type=radio]), select, textarea');
  const does = arrow ? () => step(arrow) : !isTyping && areKeysOn() && keys[event.key];
  if (does) { event.preventDefault(); does(); }
}

// --- Start

async function start() {
  buildFrame();
  buildList();
  setTheme(theme());
  showLink('connecting');
  addEventListener('keydown', keyPressed);
  addEventListener('visibilitychange', () => { if (document.hidden) { hangUp(); showLink('paused'); } else listen(); });
  addEventListener('popstate', () => arriveAt(readAddress()));
  Object.assign(state, readAddress());
  await startOver();
  arriveAt(readAddress());
  if (!document.hidden) listen();
}

start();
