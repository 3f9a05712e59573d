// The web inbox: one page, no framework, no build. What an application sent becomes text nodes and nothing else.
//
// Words · Elements · Calls · Address · Top and rail · List · Message · Faults · Tools · Live · Keys · Start

// ---------------------------------------------------------------------------------------------- Words

const gateways = { SmsApi: 'SMSAPI', SpeedSms: 'SpeedSMS', SpeedMarket: 'SpeedMarket', SmsClub: 'SMS Club', KeyRef: 'Key/ref' };

const words = {
  name: 'SMS inbox', skip: 'Skip to the messages', menu: 'Menu', back: '‹ Back', close: 'Close', copy: 'Copy', copied: 'Copied', cancel: 'Cancel', save: 'Save', remove: 'Remove',
  search: 'Search', searchHint: 'to:+4850 status:failed segments:>1', noMatch: 'Nothing matches this search.', forgetSearch: 'Show all messages',
  clear: 'Clear', theme: { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' },
  faultsOff: 'Faults: off', faultsOn: n => `Faults: ${n} on`, armed: n => n === 1 ? '1 fault is armed: requests are failing on purpose.' : `${n} faults are armed: requests are failing on purpose.`,
  showFaults: 'Show', disarm: 'Disarm all', disarmed: 'All faults are off.', titleFaults: ' · faults on',
  inboxes: 'Inboxes', gateways: 'Gateways', tools: 'Tools', all: 'All', newInbox: 'New inbox', navigation: 'Inboxes, gateways and tools',
  views: { messages: 'Messages', requests: 'Requests', webhooks: 'Webhooks', faults: 'Faults', api: 'API' },
  messages: n => n === 1 ? '1 message' : `${n.toLocaleString('en')} messages`, segments: n => n === 1 ? '1 segment' : `${n.toLocaleString('en')} segments`,
  fresh: n => n === 1 ? '1 new message' : `${n.toLocaleString('en')} new messages`, unread: 'unread', noSender: 'no sender name',
  live: { connecting: 'Connecting', live: 'Live', polling: 'Polling', offline: 'Offline', paused: 'Paused' },
  encoding: { Gsm7: 'GSM-7', Ucs2: 'UCS-2', Binary: 'Binary' },
  state: { Queued: 'accepted', Scheduled: 'scheduled', Sent: 'sent', Delivered: 'delivered', Undelivered: 'failed', Expired: 'expired', Rejected: 'rejected', Cancelled: 'cancelled', Unknown: 'unknown' },
  faultChip: '! fault', choose: 'Choose a message', chooseHint: 'Click one, or press j and k to walk through the list.', gone: 'This message is no longer kept.',
  phone: number => `Phone of ${number}`, conversation: 'Conversation', reply: 'Reply as this phone', send: 'Send', stop: 'STOP', replied: 'The phone has replied.', flash: 'flash', test: 'test mode',
  pushed: { ok: 'webhook OK', failed: 'webhook failed', none: 'kept in the inbox only' },
  details: 'Details', detail: { gateway: 'Gateway', id: 'Id', reference: 'Reference', from: 'Sender', inbox: 'Inbox', submitted: 'Number as sent', channel: 'Channel', segments: 'Segments', cost: 'Cost', code: 'One-time code', accepted: 'Accepted', scheduled: 'Scheduled', expires: 'Valid until', reports: 'Reports go to', fault: 'Fault', kind: 'Kind' },
  segmentCard: 'Segments', units: (used, room) => `${used} of ${room} units used`, forced: 'These characters forced UCS-2:', character: 'Character', codePoint: 'Code point', times: 'Times', plain: 'Plain form', noPlain: 'none', leaveOut: 'leave out', space: 'space',
  fits: 'Every character is in the GSM alphabet.', binary: 'Binary: octets, no text.', saves: (n, cost, now) => `In plain letters: ${n}${cost ? `, ${cost} instead of ${now}` : ''}.`, savesNothing: n => `In plain letters: ${n}, no cheaper.`, noPlainForm: 'Some have no plain form, so the text stays UCS-2.', copyPlain: 'Copy plain text',
  report: 'Delivery report', reportTo: 'goes to', polled: name => `${name} pushes no reports: the application asks for the state, which changes here.`, noTarget: 'The request named no address for reports. Set one for this inbox:', target: 'Address for reports and replies', saved: 'Saved.',
  but: 'Delivered, but', twice: 'Send twice', early: 'Before the response', late: 'Late (10 s)', earlyKept: number => `The reply has left already: the next message to ${number} is reported before its own reply.`, lateKept: 'The report goes out in 10 seconds.',
  reportStates: { Delivered: 'Delivered', Undelivered: 'Failed', Expired: 'Expired', Rejected: 'Rejected' }, reported: 'The report was acknowledged.', notAcknowledged: 'The report was not acknowledged: ', stateSet: 'The state has changed.',
  timeline: 'Timeline', requestAccepted: (status, ms) => `Request answered with ${status || 'nothing'}${ms ? ` in ${ms} ms` : ''}`, stateNow: state => `State: ${state}`, tried: (kind, n) => `${kind} pushed${n > 1 ? `, try ${n}` : ''}`, acknowledged: 'acknowledged', notAck: 'not acknowledged', phoneReplied: 'The phone replied', kinds: { Report: 'Report', Reply: 'Reply', Lookup: 'Look-up', Bulk: 'Bulk', Link: 'Link' },
  request: 'Request', response: 'Response', wire: 'Request and response', curl: 'Copy as curl', raw: 'Raw', readable: 'Readable', headers: 'Headers', body: 'Body', noBody: 'no body', noExchange: 'The request is no longer kept.', nothingReadable: 'nothing readable', kept: 'stored', notKept: 'not stored',
  credential: { Missing: 'credentials: missing', SameAsConfigured: 'credentials: as configured', Differs: 'credentials: unknown' },
  faultsTitle: 'Faults', faultsIntro: 'A fault has two halves: what the caller sees on the wire, and whether the gateway has kept the message all the same.', addFault: 'New fault…', quick: 'Quick start', noFaults: 'No fault is armed. Requests are answered as the gateways would.', rules: 'Rules', usedUp: 'used up', on: 'armed',
  presets: { lost: 'Answer lost', timeout: 'Time-out after acceptance', refused: 'Never reached', rate: 'Rate limited', down: 'Server error', slow: 'Slow' },
  when: 'When', any: 'any', anyGateway: 'any gateway', anyOperation: 'any operation', operation: 'Operation', toNumber: 'To number', contains: 'Text contains', inInbox: 'In inbox', allInboxes: 'all inboxes', act: 'do', behaviour: 'Wire behaviour', after: 'After (ms)', stored: 'The gateway has', forHowLong: 'How often', arm: 'Arm the fault', armedNow: 'The fault is armed.',
  plans: { next: 'the next', every: 'every nth', always: 'until I stop it' }, howMany: 'How many',
  fields: { status: 'Status', text: 'Text', body: 'Body', code: "The protocol's error code", location: 'Location', retryAfter: 'Retry-After', charset: 'Charset', contentType: 'Content type', line: 'Status line', count: 'How many', bytes: 'Bytes', paceMs: 'Pause per byte (ms)', then: 'Then' }, then: { Fin: 'close (FIN)', Reset: 'reset (RST)', Hang: 'hang' },
  ruleTo: number => `to ${number}`, ruleText: text => `with “${text}”`, ruleInbox: name => `in ${name}`, ruleNext: (used, all) => `used ${used} of ${all}`, ruleEvery: (n, used) => `every ${n}, used ${used}×`, ruleAlways: used => `until removed, used ${used}×`, ruleRandom: used => `at random, used ${used}×`, ms: n => `after ${n} ms`,
  faultGroups: { wire: 'Connection', refusal: 'Refusals', body: 'Body of the answer', detail: 'Details of the answer' },
  faults: {
    Hang: 'No answer, connection stays open', CloseFin: 'Close the connection (FIN)', Reset: 'Reset the connection (RST)', StatusLineOnly: 'Status line only, then close', HalfBody: 'Half of the body', Garbage: 'Bytes that are no HTTP', BadChunk: 'Broken chunked body', None: 'The genuine answer, late', Dribble: 'The genuine answer, byte by byte', ReplyThenClose: 'The genuine answer, then close',
    RateLimited: 'Too many requests (429)', Status: 'Another status', Unauthorized: 'Credentials refused', GatewayError: "The gateway's own error", Redirect: 'Redirect',
    Body: 'Another body with 200', EmptyBody: 'Empty body with 200', CutBody: 'Body cut in the middle', HugeBody: 'Huge body', Prefix: 'A text before the body', ByteOrderMark: 'Byte order mark', WrongCharset: 'Wrong charset label', WrongType: 'Wrong content type', Latin1: 'Latin-1 bytes', BadGzip: 'Says gzip, is not', Gzip: 'Unasked gzip',
    ExtraFields: 'Extra fields', NullFields: 'Nulls in optional fields', DuplicateIds: 'All ids the same', FewerResults: 'Fewer results', Shuffled: 'Results in another order', HeaderFlood: '200 KB of headers', ContinueFlood: 'Many 100 Continue', StrayBytes: 'Bytes behind the end', StatusLine: 'Odd status line',
  },
  requestsTitle: 'Requests', requestsIntro: 'Every HTTP exchange with a gateway, newest first, also refused and broken ones. Credentials are covered.', noRequests: 'No request has come yet.', older: 'Show older', noGateway: 'no gateway',
  webhooksTitle: 'Webhooks', webhooksIntro: 'Reports and replies that were pushed to the application, and what it answered.', noWebhooks: 'Nothing was pushed yet.', targets: name => `Addresses of the inbox ${name}`, targetsHint: 'Where reports and replies go when the request names no address. This machine is always allowed; other hosts are named with --webhook-host.', answer: 'Answer', onlyPushing: 'SMS Club and Key/ref push nothing: they are polled.',
  apiTitle: 'HTTP interface', apiIntro: 'Everything this page does, for scripts and tests in any language. The whole description is at', apiHint: 'Changes are sent as application/json; a browser adds the header X-Sms-Emulator.',
  emptyTitle: 'Waiting for the first message', emptyIntro: 'Point an application at one of these addresses, or send one yourself with a snippet below. Nothing ever leaves this machine.', connect: 'Addresses and snippets', addresses: 'Base addresses', snippets: 'Snippets', shell: 'Shell', csharp: 'C#', anyCredentials: 'Any credentials are taken.', strict: 'Only the credentials that were printed at the start are taken: put them in.',
  magic: 'A number’s last four digits decide: …0001 is not delivered, …0005 has no credit, …0008 is accepted and never answered, …0013 replies STOP.',
  opened: 'New inbox', openedHint: 'Requests with these credentials belong to it. They are shown only now.', inboxName: 'Name', openInbox: 'Open inbox', openedNow: name => `Inbox ${name} is open.`,
  credentialNames: { smsApiAccessToken: 'SMSAPI access token', smsApiUser: 'SMSAPI user', smsApiPassword: 'SMSAPI password', speedSmsAccessToken: 'SpeedSMS access token', speedMarketUser: 'SpeedMarket user', speedMarketPassword: 'SpeedMarket password', smsClubToken: 'SMS Club token', smsClubLogin: 'SMS Club login', smsClubPassword: 'SMS Club password', keyRefKey: 'Key/ref key' },
  clearTitle: 'What is to be cleared?', clearFound: n => `The ${n} in the list`, clearAll: 'All messages', reset: 'Everything: messages, requests, webhooks and faults', cleared: 'Cleared.', delete: 'Clear',
  keysTitle: 'Keys', keys: [['j', 'next'], ['k', 'previous'], ['/', 'search'], ['r', 'reply'], ['d', 'delivered'], ['f', 'failed'], ['?', 'keys'], ['Esc', 'back']], singleKeys: 'Single keys are on', failed: 'That did not work: ',
};

// ------------------------------------------------------------------------------------------- Elements

/** Makes an element, such as h('button.quiet', { onclick }, 'Save'). Strings become text nodes, never markup. */
function h(spec, props, ...children) {
  const [tag, ...classes] = spec.split('.');
  const element = document.createElement(tag);
  element.className = classes.join(' ');
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

const present = children => children.flat(9).filter(child => child !== null && child !== undefined && child !== false);

const button = (text, onclick, props) => h('button' + (props?.look ?? ''), { type: 'button', 'data-key': text, onclick, ...props, look: null }, text);

const chip = (look, ...content) => h('span.chip' + look, null, ...content);

const key = letter => h('kbd', null, letter);

/** Gives a container new content. Focus, what is unfolded, and the place scrolled to stay. */
function swap(container, ...content) {
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const open = new Set([...container.querySelectorAll('details[open]')].map(each => each.dataset.key));
  const top = container.scrollTop;
  container.replaceChildren(...present(content));
  for (const each of container.querySelectorAll('details')) each.open ||= open.has(each.dataset.key);
  container.scrollTop = top;
  if (focused) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** A function that runs at most once in a while, and always a last time. */
function seldom(milliseconds, act) {
  let timer = 0;
  let last = 0;
  return () => {
    if (timer) return;
    timer = setTimeout(() => { timer = 0; last = Date.now(); act(); }, Math.max(0, last + milliseconds - Date.now()));
  };
}

/** A function that runs when it has not been called for a while. */
function afterwards(milliseconds, act) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(act, milliseconds); };
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const calendar = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function time(at) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return h('time', { datetime: at, title: date.toString() }, (isToday ? clock : calendar).format(date));
}

const countryCode = /^\+(?:[17]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[789]\d|8[0578]\d|9[679]\d|\d\d)/;

/** +48500111222 as people write it. */
function pretty(number) {
  const code = countryCode.exec(number)?.[0] ?? '';
  return `${code} ${number.slice(code.length).replace(/\d{3}(?=\d{2})/g, '$& ')}`.trim();
}

const money = (amount, currency) => `${+amount.toFixed(4)} ${currency}`.trim();

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
  say(words.copied);
}

/** Pages that are not on this machine and not encrypted have no clipboard of their own. */
function copyBySelection(text) {
  const field = h('textarea', { value: text, class: 'unseen' });
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

const copyButton = (text, label = words.copy) => button(label, () => copy(text), { look: '.small', 'data-key': label + text });

// ---------------------------------------------------------------------------------------------- Calls

async function call(method, path, body) {
  const response = await fetch(path.startsWith('/') ? path : '/api/v1/' + path, {
    method,
    headers: { ...(method !== 'GET' && { 'X-Sms-Emulator': '1' }), ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const reply = isJson ? await response.json() : null;
  if (!response.ok) throw new Error(reply?.detail ?? response.statusText);
  return reply;
}

const get = (path, query = {}) => {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return call('GET', pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path);
};

/** One record by its id; null when it is no longer kept. */
async function one(path, id) {
  const { items } = await get(path, { after: id - 1, limit: 1 });
  return items[0]?.id === id ? items[0] : null;
}

/** Does what a person asked for, and says how it went. */
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

// -------------------------------------------------------------------------------------------- Address

const views = ['messages', 'requests', 'webhooks', 'faults', 'api', 'opened'];

const state = { view: 'messages', id: null, q: '', inbox: '', gateway: '', summary: null, inboxes: [], armed: 0, credentials: null };

/** The part of the address behind #, with some of the state changed. */
function address(change) {
  const next = { ...state, ...change };
  const query = new URLSearchParams(['q', 'inbox', 'gateway'].filter(name => next[name]).map(name => [name, next[name]]));
  return `#/${next.view}${next.id ? '/' + next.id : ''}${query.size ? '?' + query : ''}`;
}

function readAddress() {
  const [path, query] = location.hash.slice(2).split('?');
  const [view, id] = path.split('/');
  const parameters = new URLSearchParams(query);
  const found = { view: views.includes(view) ? view : 'messages', id: /^\d+$/.test(id ?? '') ? id : null };
  for (const name of ['q', 'inbox', 'gateway']) found[name] = parameters.get(name) ?? '';
  return found;
}

function go(change, replace = false) {
  const next = address(change);
  if (next !== location.hash) history[replace ? 'replaceState' : 'pushState'](null, '', next);
  arriveAt(readAddress());
}

function arriveAt(next) {
  const asked = filter();
  const view = state.view;
  Object.assign(state, next);
  if (state.view === 'opened' && !state.credentials) state.view = 'messages';
  document.body.classList.remove('menu');
  if (ui.search.value !== state.q && document.activeElement !== ui.search) ui.search.value = state.q;
  paintRail();
  if (view !== state.view || !ui.main.hasChildNodes()) mountView();
  if (state.view === 'messages') showMessages(asked !== filter());
}

const filter = () => [state.q, state.inbox && `inbox:"${state.inbox}"`, state.gateway && `gateway:${state.gateway}`].filter(Boolean).join(' ');

function mountView() {
  ui.main.className = state.view;
  const pages = { messages: mountMessages, requests: mountRequests, webhooks: mountWebhooks, faults: mountFaults, api: mountApi, opened: mountOpened };
  pages[state.view]();
}

// ---------------------------------------------------------------------------------------- Top and rail

const ui = {
  main: h('main', { id: 'main', tabindex: -1 }),
  rail: h('nav.rail', { id: 'rail', 'aria-label': words.navigation }),
  search: h('input', { type: 'search', id: 'search', placeholder: words.searchHint, 'aria-label': words.search, autocomplete: 'off', spellcheck: 'false' }),
  faults: h('a.faults'),
  theme: button('', nextTheme),
  strip: h('div.strip', { role: 'status' }),
  link: h('span.link'),
  totals: h('span.totals'),
  notice: h('p.notice', { role: 'status' }),
  keys: h('aside.keys', { hidden: true, 'aria-label': words.keysTitle }),
  inboxForm: buildInboxForm(),
};

function buildFrame() {
  const logo = h('img', { src: document.querySelector('link[rel=icon]').href, alt: '', width: 26, height: 26 });
  const searching = afterwards(150, () => go({ q: ui.search.value.trim(), view: 'messages', id: null }, true));
  ui.search.addEventListener('input', searching);
  const menu = button(words.menu, () => document.body.classList.toggle('menu'), { look: '.menu-button', 'aria-controls': 'rail' });
  document.body.prepend(
    h('a.skip', { href: '#main', onclick: event => { event.preventDefault(); (list.box.isConnected ? list.box : ui.main).focus(); } }, words.skip),
    h('header.top', null,
      menu, h('h1', null, logo, words.name),
      h('div.search', { role: 'search' }, ui.search, key('/')),
      ui.faults, ui.theme, button(words.clear, openClear)),
    ui.strip, ui.rail, ui.main, ui.keys,
    h('footer', null, h('span', { role: 'status' }, ui.link), ui.totals, h('span.hints', { 'aria-hidden': 'true' }, words.keys.slice(0, 7).map(([letter, name]) => [key(letter), name + ' ']))),
    ui.notice);
}

function paintTop() {
  const { armed } = state;
  ui.faults.href = address({ view: 'faults', id: null });
  ui.faults.classList.toggle('armed', armed > 0);
  ui.faults.textContent = armed ? words.faultsOn(armed) : words.faultsOff;
  ui.strip.hidden = !armed;
  swap(ui.strip, armed > 0 && [
    h('b', null, words.armed(armed)),
    h('a', { href: address({ view: 'faults', id: null }), 'data-key': 'show' }, words.showFaults),
    button(words.disarm, () => act(() => call('DELETE', 'faults'), words.disarmed)),
  ]);
  const unread = list.items.filter(message => !read.has(message.id)).length;
  document.title = (unread ? `(${unread}) ` : '') + words.name + (armed ? words.titleFaults : '');
}

function railLink(text, count, change, isCurrent) {
  return h('li', null, h('a', { href: address(change), 'aria-current': isCurrent && 'page', 'data-key': text },
    h('span', null, text), count !== null && h('span.count', null, String(count))));
}

function paintRail() {
  const { summary, view, inbox, gateway } = state;
  if (!summary) return;
  const isList = view === 'messages';
  const heading = text => h('h2', null, text);
  const home = { view: 'messages', id: null };
  const counts = { requests: summary.exchanges, webhooks: summary.webhooks, faults: state.armed, api: null };
  swap(ui.rail,
    heading(words.inboxes),
    h('ul', null,
      railLink(words.all, summary.messages, { ...home, inbox: '', gateway: '' }, isList && !inbox && !gateway),
      summary.inboxes.map(each => railLink(each.name, each.messages, { ...home, inbox: each.name }, isList && inbox === each.name))),
    ui.inboxForm,
    heading(words.gateways),
    h('ul', null, Object.entries(gateways).map(([id, name]) =>
      railLink(name, summary.gateways[id], { ...home, gateway: gateway === id ? '' : id }, isList && gateway === id))),
    heading(words.tools),
    h('ul', null, Object.entries(counts).map(([id, count]) => railLink(words.views[id], count, { view: id, id: null }, view === id))));
}

/** Unfolds to a field: an inbox has credentials of its own. Made once, so that what is being typed stays. */
function buildInboxForm() {
  const name = h('input', { 'aria-label': words.inboxName, placeholder: words.inboxName, maxlength: 64, required: true, 'data-key': 'inbox-name' });
  const open = async event => {
    event.preventDefault();
    const inbox = await act(() => call('POST', 'inboxes', { name: name.value.trim() }), reply => words.openedNow(reply.name));
    if (!inbox) return;
    state.credentials = inbox;
    name.value = '';
    go({ view: 'opened', id: null });
  };
  return h('details.new-inbox', { 'data-key': 'new-inbox' }, h('summary', { 'data-key': 'open-form' }, words.newInbox),
    h('form', { onsubmit: open }, name, h('button.small', { 'data-key': 'open-inbox' }, words.openInbox)));
}

function paintTotals() {
  const { summary } = state;
  const cost = Object.entries(summary.cost).filter(([, amount]) => amount > 0).map(([currency, amount]) => money(amount, currency));
  ui.totals.textContent = [words.messages(summary.messages), words.segments(summary.segments), ...cost].join(' · ');
}

const refreshSummary = seldom(300, loadSummary);

async function loadSummary() {
  const summary = state.summary = await get('summary');
  state.armed = summary.faultsArmed;
  paintRail();
  paintTop();
  paintTotals();
  if (state.view === 'messages') paintEmptiness();
}

function nextTheme() {
  const order = ['auto', 'light', 'dark'];
  setTheme(order[(order.indexOf(localStorage.getItem('theme') ?? 'auto') + 1) % 3]);
}

function setTheme(theme) {
  localStorage.setItem('theme', theme);
  document.documentElement.dataset.theme = theme;
  ui.theme.textContent = words.theme[theme];
}

function openClear() {
  const found = list.total;
  const isNarrowed = filter() !== '' && state.view === 'messages';
  const choice = (value, text, checked) => h('label.choice', null, h('input', { type: 'radio', name: 'what', value, checked }), text);
  const clear = what => act(() => what === 'everything' ? call('POST', 'reset') : call('DELETE', 'messages' + (what === 'found' ? '?' + new URLSearchParams({ q: filter() }) : '')), words.cleared);
  openDialog(words.clearTitle, [
    isNarrowed && choice('found', words.clearFound(words.messages(found)), true),
    choice('messages', words.clearAll, !isNarrowed),
    choice('everything', words.reset, false),
  ], words.delete, form => { clear(new FormData(form).get('what')); go({ view: 'messages', id: null }); });
}

/** One of the two dialogs: a title, fields, and a button that does it. */
function openDialog(title, fields, verb, done) {
  const dialog = h('dialog', { 'aria-label': title, onclose: () => dialog.remove() });
  const submit = event => { event.preventDefault(); dialog.close(); done(event.target); };
  dialog.append(h('form', { onsubmit: submit },
    h('h2', null, title), present(fields),
    h('div.actions', null, button(words.cancel, () => dialog.close()), h('button.primary', null, verb))));
  document.body.append(dialog);
  dialog.showModal();
}

// ----------------------------------------------------------------------------------------------- List

const rowHeight = 92;
const pageSize = 200;
const mostRows = 2000;

/** Only the rows in sight exist as elements; the rest is an empty height. Items are newest first, as are their ids. */
const list = {
  items: [], fresh: [], total: 0, turn: 0, isHeld: false, isLoading: false, rows: new Map(),
  box: h('div.rows', { role: 'listbox', tabindex: 0, id: 'list', 'aria-label': words.views.messages }),
  canvas: h('div.canvas', { role: 'presentation' }),
  bar: h('button.bar', { type: 'button', hidden: true, onclick: showFresh }),
  nothing: h('div.nothing', { hidden: true }),
};

const read = new Set(JSON.parse(sessionStorage.getItem('read') ?? '[]'));

function buildList() {
  list.box.append(list.canvas);
  list.box.addEventListener('scroll', () => { paintListSoon(); if (list.box.scrollTop === 0 && !list.isHeld) showFresh(); }, { passive: true });
  list.box.addEventListener('pointerenter', event => { list.isHeld = event.pointerType === 'mouse'; });
  list.box.addEventListener('pointerleave', () => { list.isHeld = false; if (list.box.scrollTop === 0) showFresh(); });
  list.box.addEventListener('click', event => {
    const row = event.target.closest('.row');
    if (row) go({ id: row.id.slice(4) });
  });
  new ResizeObserver(() => paintListSoon()).observe(list.box);
}

function mountMessages() {
  ui.list = h('section.list', { 'aria-label': words.views.messages }, list.bar, list.box, list.nothing);
  ui.detail = h('section.detail', { 'aria-label': words.conversation });
  ui.empty = h('section.empty', { hidden: true, 'aria-label': words.emptyTitle });
  ui.main.replaceChildren(ui.list, ui.detail, ui.empty);
  detail.message = null;
  paintEmptiness();
}

function showMessages(isOtherList) {
  document.body.classList.toggle('reading', state.id !== null);
  if (isOtherList) loadList();
  paintListSoon();
  openDetail();
}

/** Whether anything came at all decides between the list and the page of addresses. */
function paintEmptiness() {
  const isEmpty = state.summary?.messages === 0;
  if (ui.empty.hidden === isEmpty) {
    ui.empty.hidden = !isEmpty;
    swap(ui.empty, isEmpty && [h('h2', null, words.emptyTitle), h('p.lead', null, words.emptyIntro), connectSection()]);
  }
  ui.list.hidden = ui.detail.hidden = isEmpty;
  list.nothing.hidden = isEmpty || list.items.length > 0 || list.isLoading;
  if (!list.nothing.hidden) swap(list.nothing, h('p', null, words.noMatch), button(words.forgetSearch, () => { ui.search.value = ''; go({ q: '', inbox: '', gateway: '' }); }));
  list.box.hidden = list.items.length === 0;
}

async function loadList(atLeast = 0) {
  const turn = ++list.turn;
  list.isLoading = true;
  const page = await get('messages', { limit: Math.min(1000, Math.max(pageSize, atLeast)), q: filter() });
  if (turn !== list.turn) return; // Another question has been asked since.
  Object.assign(list, { items: page.items, fresh: [], total: page.total, isLoading: false });
  paintListSoon();
}

const reloadList = seldom(250, () => loadList(list.items.length));

async function loadOlder() {
  if (list.isLoading || list.items.length >= list.total || list.items.length === 0) return;
  const turn = list.turn;
  list.isLoading = true;
  const page = await get('messages', { limit: pageSize, q: filter(), before: list.items.at(-1).id });
  list.isLoading = false;
  if (turn !== list.turn) return;
  list.items.push(...page.items);
  list.total = page.items.length ? page.total : list.items.length;
  paintListSoon();
}

/** Where a message stands, by halving; -1 when it is not there. */
function indexOf(items, id) {
  let [low, high] = [0, items.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (items[middle].id === id) return middle;
    if (+items[middle].id > +id) low = middle + 1; else high = middle - 1;
  }
  return -1;
}

function messageArrived(message) {
  if (!messageChanged(message)) {
    if (state.q) return reloadList();
    if ((state.inbox && state.inbox !== message.inbox) || (state.gateway && state.gateway !== message.gateway)) return;
    list.total++;
    list.fresh.unshift(message);
    if (list.isHeld || list.box.scrollTop > 0) paintBar(); else showFresh();
  }
}

/** Takes over the new state of a message that is in the list; says whether it is. */
function messageChanged(message) {
  for (const items of [list.items, list.fresh]) {
    const index = indexOf(items, message.id);
    if (index >= 0) {
      items[index] = message;
      paintListSoon();
      return true;
    }
  }
  return false;
}

function showFresh() {
  if (list.fresh.length === 0) return;
  list.items.unshift(...list.fresh);
  list.fresh = [];
  list.items.length = Math.min(list.items.length, mostRows);
  list.box.scrollTop = 0;
  paintListSoon();
}

function paintBar() {
  list.bar.hidden = list.fresh.length === 0;
  list.bar.textContent = words.fresh(list.fresh.length);
}

let isPaintDue = false;

function paintListSoon() {
  if (isPaintDue) return;
  isPaintDue = true;
  requestAnimationFrame(() => { isPaintDue = false; paintList(); });
}

function paintList() {
  if (state.view !== 'messages' || !state.summary) return;
  if (list.items.length && state.summary.messages === 0) state.summary.messages = list.items.length;
  paintEmptiness();
  paintBar();
  const { box, items } = list;
  list.canvas.style.height = items.length * rowHeight + 'px';
  const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - 6);
  const last = Math.min(items.length, Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + 6);
  const rows = new Map();
  for (let index = first; index < last; index++) rows.set(items[index].id, rowFor(items[index], index));
  list.rows = rows;
  list.canvas.replaceChildren(...[...rows.values()].map(row => row.element));
  if (rows.has(state.id)) box.setAttribute('aria-activedescendant', 'row-' + state.id); else box.removeAttribute('aria-activedescendant');
  if (last > items.length - 30) loadOlder();
  paintTop();
}

/** The row that is there already, when nothing about it has changed. */
function rowFor(message, index) {
  const [isSelected, isRead] = [message.id === state.id, read.has(message.id)];
  const before = list.rows.get(message.id);
  const row = before?.message === message && before.isSelected === isSelected && before.isRead === isRead
    ? before
    : { message, isSelected, isRead, element: buildRow(message, isSelected, isRead) };
  row.element.style.transform = `translateY(${index * rowHeight}px)`;
  row.element.setAttribute('aria-posinset', index + 1);
  row.element.setAttribute('aria-setsize', list.total);
  return row;
}

function buildRow(message, isSelected, isRead) {
  return h(isRead ? 'div.row' : 'div.row.unread', { role: 'option', id: 'row-' + message.id, 'aria-selected': String(isSelected) },
    !isRead && h('span.dot', null, h('span.unseen', null, words.unread)),
    h('span.row-top', null, h('b', null, pretty(message.to)), h('span.sender', null, message.from ?? ''), time(message.acceptedAt)),
    h('span.row-text', null, message.text),
    h('span.chips', null, chips(message)));
}

function chips(message) {
  return [
    chip('', gateways[message.gateway]),
    chip('', `${words.encoding[message.encoding]} · ${message.segments}`),
    stateChip(message.state),
    message.fault && chip('.fault', words.faultChip),
    message.test && chip('', words.test),
    message.code && chip('.code', message.code),
  ];
}

const stateChip = name => chip('.state.' + name.toLowerCase(), words.state[name]);

/** Opens the message so many places below (or above) the open one, and keeps it in sight. */
function step(by) {
  showFresh();
  if (state.view !== 'messages' || list.items.length === 0) return;
  const current = indexOf(list.items, state.id);
  const index = current < 0 ? 0 : Math.max(0, Math.min(list.items.length - 1, current + by));
  const { box } = list;
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
  go({ id: list.items[index].id }, true);
}

function markRead(id) {
  if (read.has(id)) return;
  read.add(id);
  sessionStorage.setItem('read', JSON.stringify([...read].slice(-1000)));
}

// -------------------------------------------------------------------------------------------- Message

const polled = ['SmsClub', 'KeyRef'];

/** The open message and what belongs to it. */
const detail = { message: null, thread: [], replies: [], hooks: [], exchange: null, segments: null, isRaw: false };

const loadDetailSoon = afterwards(80, () => act(loadDetail));

function openDetail() {
  const { id } = state;
  if (id === null) {
    detail.message = null;
    swap(ui.detail, h('div.nothing', null, h('h2', null, words.choose), h('p', null, words.chooseHint)));
    return;
  }
  markRead(id);
  if (detail.message?.id === id && ui.thread?.isConnected) return;
  const message = list.items[indexOf(list.items, id)] ?? null;
  Object.assign(detail, { message, thread: message ? [message] : [], replies: [], hooks: [], exchange: undefined, segments: null, isRaw: false });
  buildDetail(id);
  loadDetailSoon();
}

async function loadDetail() {
  const { id } = state;
  if (id === null) return;
  const message = await one('messages', id);
  if (id !== state.id) return;
  if (!message) return swap(ui.detail, backButton(), h('p.nothing', null, words.gone));
  const [thread, replies, hooks, exchange, segments] = await Promise.all([
    get('messages', { limit: 50, q: `to:${message.to} inbox:"${message.inbox}" gateway:${message.gateway}` }),
    get('replies', { limit: 50, from: message.to }),
    get('webhooks', { limit: 200, number: message.to }),
    message.exchange === '0' ? null : one('exchanges', message.exchange),
    get(`messages/${id}/segments`),
  ]);
  if (id !== state.id || state.view !== 'messages') return; // Another one was opened since.
  const others = thread.items.filter(each => each.from === message.from && each.to === message.to && each.id !== id);
  Object.assign(detail, { message, thread: [message, ...others], replies: replies.items.filter(each => each.inbox === message.inbox), hooks: hooks.items, exchange, segments });
  if (!ui.thread?.isConnected) buildDetail(id);
  paintDetail();
}

const backButton = () => button(words.back, () => go({ id: null }), { look: '.back' });

/** What stays while the message's state changes: the frame, and the box in which a reply is being written. */
function buildDetail(id) {
  const { message } = detail;
  ui.thread = h('ol.thread', { tabindex: 0, 'aria-label': words.conversation });
  ui.cards = h('div.cards');
  swap(ui.detail);
  if (!message) return ui.detail.append(ui.thread);
  const field = h('input', { 'aria-label': words.reply, placeholder: words.reply, id: 'reply', autocomplete: 'off' });
  const send = text => act(() => call('POST', 'replies', { from: message.to, text, inReplyTo: id }), words.replied);
  const submit = event => { event.preventDefault(); if (field.value) send(field.value); field.value = ''; };
  ui.detail.append(
    backButton(),
    h('div.phone', { role: 'group', 'aria-label': words.phone(pretty(message.to)) },
      h('header', null, h('h2', null, message.from || words.noSender), h('p', null, words.phone(pretty(message.to)))),
      ui.thread,
      h('form.reply', { onsubmit: submit }, field, h('button.primary', null, words.send), button(words.stop, () => send('STOP')))),
    ui.cards);
  ui.detail.scrollTop = 0;
  paintDetail();
}

function paintDetail() {
  const bubbles = [...detail.thread.map(messageBubble), ...detail.replies.map(replyBubble)].sort((one, other) => one.at.localeCompare(other.at));
  swap(ui.thread, bubbles.map(each => each.element));
  const chosen = ui.thread.querySelector('.chosen');
  if (chosen && ui.thread.dataset.shown !== state.id) chosen.scrollIntoView({ block: 'nearest' });
  if (detail.exchange !== undefined) ui.thread.dataset.shown = state.id;
  swap(ui.cards, detailsCard(), segmentsCard(), reportCard(), timelineCard(), wireCard());
}

function messageBubble(message) {
  const isChosen = message.id === state.id;
  const text = isChosen ? h('p', null, message.text) : button(message.text, () => go({ id: message.id }), { 'data-key': 'message' + message.id });
  return { at: message.acceptedAt, element: h(isChosen ? 'li.out.chosen' : 'li.out', null, text, h('small', null, time(message.acceptedAt), ' ', stateChip(message.state))) };
}

function replyBubble(reply) {
  const hook = detail.hooks.find(each => each.reply === reply.id);
  const fate = !hook ? words.pushed.none : hook.acknowledged ? words.pushed.ok : words.pushed.failed;
  return { at: reply.at, element: h('li.in', null, h('p', null, reply.text), h('small', null, time(reply.at), ' ', fate)) };
}

const card = (title, ...content) => h('section.card', { 'aria-label': title }, h('h3', null, title), content);

function detailsCard() {
  const { message } = detail;
  const names = words.detail;
  const rows = [
    [names.gateway, gateways[message.gateway]], [names.id, message.gatewayId], [names.reference, message.reference], [names.from, message.from], [names.inbox, message.inbox],
    [names.submitted, message.submittedTo === message.to.slice(1) ? null : message.submittedTo],
    [names.channel, message.channel === 'Sms' ? null : message.channel], [names.kind, [message.flash && words.flash, message.test && words.test].filter(Boolean).join(', ')],
    [names.segments, `${message.segments}, ${words.encoding[message.encoding]}`], [names.cost, message.price ? money(message.price, message.currency) : null],
    [names.code, message.code && [h('b', null, message.code), ' ', copyButton(message.code)]], [names.accepted, time(message.acceptedAt)],
    [names.scheduled, message.scheduledAt && time(message.scheduledAt)], [names.expires, message.expiresAt && time(message.expiresAt)],
    [names.fault, message.fault], ...Object.entries(message.extras),
  ];
  return card(words.details, h('dl', null, rows.filter(([, value]) => value).map(([name, value]) => [h('dt', null, name), h('dd', null, value)])));
}

function segmentsCard() {
  const { segments, message } = detail;
  if (!segments) return null;
  const offending = new Map(segments.offending.map(each => [each.character, each]));
  const room = segments.parts.length * segments.unitsPerSegment;
  return card(words.segmentCard,
    h('p.lead', null, `${words.segments(message.segments)} · ${words.encoding[message.encoding]}`, message.encoding !== 'Binary' && ` · ${words.units(segments.units, room)}`),
    h('p.parts', null, segments.parts.map((part, index) => h('span.part', null, [...part.text].map(letter => offending.has(letter) ? h('u', null, letter) : letter), segments.parts.length > 1 && h('sup', null, String(index + 1))))),
    message.encoding === 'Binary' ? h('p', null, words.binary) : offending.size === 0 ? h('p', null, words.fits) : [
      h('p', null, words.forced),
      h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': words.forced }, h('table', null,
        h('thead', null, h('tr', null, [words.character, words.codePoint, words.times, words.plain].map(name => h('th', { scope: 'col' }, name)))),
        h('tbody', null, segments.offending.map(each => h('tr', null, [each.character, each.codePoint, String(each.times), plainForm(each.plain)].map(text => h('td', null, text))))))),
      savings(),
    ]);
}

const plainForm = plain => plain === null ? words.noPlain : plain === '' ? words.leaveOut : plain === ' ' ? words.space : plain;

function savings() {
  const { plain, segments, price, currency } = detail.segments;
  if (!plain) return h('p', null, words.noPlainForm);
  const count = words.segments(plain.segments);
  const saved = plain.segments < segments ? words.saves(count, price ? money(plain.price, currency) : '', money(price, currency)) : words.savesNothing(count);
  return h('p', null, saved, ' ', copyButton(plain.text, words.copyPlain));
}

function reportCard() {
  const { message } = detail;
  const isPolled = polled.includes(message.gateway);
  const target = message.reportUrl ?? state.inboxes.find(each => each.name === message.inbox)?.webhooks[message.gateway];
  const send = (order, done) => () => report({ state: 'Delivered', ...order }, done);
  return card(words.report,
    isPolled ? h('p', null, words.polled(gateways[message.gateway])) : target ? h('p', null, words.reportTo, ' ', h('code', null, target)) : targetForm(message.inbox, message.gateway, words.noTarget),
    h('div.actions', null, Object.entries(words.reportStates).map(([name, text]) => button(text, () => report({ state: name })))),
    h('div.actions', { role: 'group', 'aria-label': words.but }, h('span', null, words.but),
      button(words.twice, send({ times: 2 })), button(words.early, send({ beforeResponse: true })), button(words.late, send({ delayMs: 10_000 }, words.lateKept))));
}

/** Reports on the open message, and says what became of it. */
function report(order, before) {
  const { message } = detail;
  if (!message) return;
  if (before) say(before);
  act(() => call('POST', `messages/${message.id}/report`, order), attempt =>
    attempt === null ? words.earlyKept(pretty(message.to))
    : attempt.acknowledged ? words.reported
    : polled.includes(message.gateway) ? words.stateSet
    : words.notAcknowledged + (attempt.error ?? attempt.status));
}

function targetForm(inbox, gateway, hint, value = '') {
  const field = h('input', { type: 'url', required: !value, value, placeholder: 'http://127.0.0.1:5000/sms', 'aria-label': `${words.target}, ${gateways[gateway]}`, 'data-key': 'target' + gateway });
  const save = event => { event.preventDefault(); act(async () => { await call('PUT', `inboxes/${encodeURIComponent(inbox)}`, { webhooks: { [gateway]: field.value || null } }); await loadInboxes(); }, words.saved); };
  return h('form.target', { onsubmit: save }, h('span', null, hint), field, h('button', { 'data-key': 'save' + gateway }, words.save));
}

function timelineCard() {
  const { message, exchange, hooks, replies } = detail;
  const entries = [
    { at: message.acceptedAt, text: words.requestAccepted(exchange?.status, exchange?.milliseconds), note: message.fault },
    ...message.history.filter(each => each.what in words.state).map(each => ({ at: each.at, text: words.stateNow(words.state[each.what]) })),
    ...replies.filter(each => each.inReplyTo === message.id).map(each => ({ at: each.at, text: `${words.phoneReplied}: ${each.text}` })),
    ...hooks.filter(each => each.messages.includes(message.id) || replies.some(reply => reply.id === each.reply && reply.inReplyTo === message.id)).map(hookEntry),
  ].sort((one, other) => one.at.localeCompare(other.at));
  return card(words.timeline, h('ol.timeline', null, entries.map(each => h('li', null, time(each.at), ' ', each.text, each.note && h('small', null, each.note)))));
}

const hookEntry = hook => ({ at: hook.at, text: words.tried(words.kinds[hook.kind], hook.attempt), note: hookOutcome(hook) });

const hookOutcome = hook => hook.error ?? `${hook.status} ${hook.acknowledged ? words.acknowledged : words.notAck}, ${hook.milliseconds} ms`;

function wireCard() {
  const { exchange } = detail;
  if (exchange === undefined) return null;
  return card(words.wire, exchange ? wire(exchange) : h('p', null, words.noExchange));
}

/** Both sides of an exchange, readable or as they were, and the command that repeats it. */
function wire(exchange) {
  const repaint = () => { detail.isRaw = !detail.isRaw; whole.replaceWith(wire(exchange)); };
  const form = text => detail.isRaw ? text : readable(text);
  const whole = h('div.wire', null,
    h('div.actions', null, copyButton(curlOf(exchange), words.curl), button(detail.isRaw ? words.readable : words.raw, repaint, { look: '.small', 'data-key': 'raw' })),
    h('h4', null, words.request),
    pre(`${exchange.method} ${exchange.path}${exchange.query}\n${exchange.requestHeaders.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${form(exchange.request) || words.noBody}`),
    h('h4', null, words.response),
    pre(`${exchange.status || words.nothingReadable} ${exchange.responseType ?? ''}\n\n${form(exchange.response) || words.noBody}`));
  return whole;
}

const pre = text => h('pre', { tabindex: 0 }, text);

/** JSON with its lines broken, a form with its values decoded, anything else as it is. */
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    const isForm = /^[\w%.[\]-]+=[^\s{<]*$/.test(text);
    return isForm ? [...new URLSearchParams(text)].map(pair => pair.join(' = ')).join('\n') : text;
  }
}

function curlOf(exchange) {
  const quote = text => `'${text.replaceAll("'", `'\\''`)}'`;
  const left = /^(host|content-length|connection|accept-encoding|traceparent|transfer-encoding|expect)$/i;
  const headers = exchange.requestHeaders.filter(([name]) => !left.test(name)).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const body = exchange.request ? [`--data-raw ${quote(exchange.request)}`] : [];
  return [`curl -X ${exchange.method} ${quote(location.origin + exchange.path + exchange.query)}`, ...headers, ...body].join(' \\\n  ');
}

// --------------------------------------------------------------------------------------------- Faults

/** Each behaviour, in groups: its fields with what they hold at first, and whether the message is kept unless said otherwise. */
const behaviours = {
  wire: { CloseFin: {}, Reset: {}, Hang: {}, None: { delayMs: 5000 }, HalfBody: { then: 'Fin' }, Dribble: { paceMs: 50 }, StatusLineOnly: {}, Garbage: {}, BadChunk: {}, ReplyThenClose: {} },
  refusal: { RateLimited: { retryAfter: '2' }, Status: { status: 503, body: '' }, Unauthorized: {}, GatewayError: { code: '103' }, Redirect: { status: 302, location: 'https://elsewhere.example/' } },
  body: { EmptyBody: {}, CutBody: {}, Body: { body: '{}', contentType: '' }, HugeBody: { bytes: 8_388_608 }, Prefix: { body: '<b>Warning</b>' }, ByteOrderMark: {}, WrongCharset: { charset: 'windows-1252' }, WrongType: { contentType: 'text/html' }, Latin1: {}, Gzip: {}, BadGzip: {} },
  detail: { ExtraFields: {}, NullFields: {}, DuplicateIds: {}, FewerResults: { count: 1 }, Shuffled: {}, HeaderFlood: {}, ContinueFlood: { count: 50 }, StrayBytes: {}, StatusLine: { line: 'HTTP/1.1 99 Odd' } },
};

const operations = ['Send', 'Status', 'Balance', 'Senders', 'Cancel', 'Lookup', 'Prices', 'Users', 'Inbound', 'Voice', 'Mms', 'CreatePin', 'VerifyPin', 'Templates', 'Contacts', 'Account', 'Other'];

const presets = {
  lost: { fault: 'CloseFin', accept: true }, timeout: { fault: 'Hang', accept: true }, refused: { fault: 'Reset', accept: false },
  rate: { fault: 'RateLimited', accept: false }, down: { fault: 'Status', accept: false }, slow: { fault: 'None', accept: true },
};

const pageHead = (title, intro) => [h('h2', null, title), h('p.lead', null, intro)];

function mountFaults() {
  ui.rules = h('div.rules');
  ui.main.replaceChildren(h('section.page', null, pageHead(words.faultsTitle, words.faultsIntro),
    h('div.actions', { role: 'group', 'aria-label': words.quick }, button(words.addFault, () => openFault(presets.lost), { look: '.primary' }),
      Object.entries(presets).map(([name, preset]) => button(words.presets[name], () => openFault(preset)))),
    h('h3', null, words.rules), ui.rules));
  loadRules();
}

async function loadRules() {
  const { rules } = await get('faults');
  if (state.view !== 'faults') return;
  swap(ui.rules, rules.length === 0 ? h('p.nothing', null, words.noFaults) : h('ul', null, rules.map(ruleItem)));
}

function ruleItem(rule) {
  const condition = [rule.gateway ? gateways[rule.gateway] : words.anyGateway, rule.operation === 'Any' ? words.anyOperation : rule.operation,
    rule.to && words.ruleTo(rule.to), rule.text && words.ruleText(rule.text), rule.inbox && words.ruleInbox(rule.inbox)].filter(Boolean).join(' ');
  const steps = rule.plan.length ? rule.plan.map(({ fault }) => describe(fault)).join(', ') : '';
  return h(rule.armed ? 'li.armed' : 'li', null,
    h('div', null, chip(rule.armed ? '.fault' : '', rule.armed ? words.on : words.usedUp), ' ', h('b', null, condition), steps && `: ${steps}`, h('small', null, howOften(rule))),
    button(words.remove, () => act(async () => { await call('DELETE', 'faults?' + new URLSearchParams({ id: rule.id })); await loadRules(); }), { 'data-key': rule.id, 'aria-label': `${words.remove}: ${condition}` }));
}

const describe = fault => [words.faults[fault.fault], fault.delayMs > 0 && words.ms(fault.delayMs), fault.accept ? words.kept : words.notKept].filter(Boolean).join(', ');

function howOften({ plan, used, remaining }) {
  const last = plan.at(-1);
  if (!last || last.mode === 'next') return words.ruleNext(used, used + remaining);
  return last.mode === 'every' ? words.ruleEvery(last.times, used) : last.mode === 'always' ? words.ruleAlways(used) : words.ruleRandom(used);
}

const field = (label, input) => h('label', null, h('span', null, label), input);

const option = (value, text, selected) => h('option', { value, selected }, text);

function openFault(preset) {
  const fields = h('div.fields');
  const kept = h('select', { name: 'accept' }, option('', words.notKept), option('yes', words.kept));
  const kinds = h('select', { name: 'fault' }, Object.entries(behaviours).map(([group, kinds]) =>
    h('optgroup', { label: words.faultGroups[group] }, Object.keys(kinds).map(kind => option(kind, words.faults[kind])))));
  const showFields = () => swap(fields, Object.entries(detailsOf(kinds.value)).map(([name, value]) => field(words.fields[name] ?? words.after, faultField(name, value))));
  kinds.addEventListener('change', () => { showFields(); kept.value = isKeptByItself(kinds.value) ? 'yes' : ''; });
  [kinds.value, kept.value] = [preset.fault, preset.accept ? 'yes' : ''];
  showFields();
  const times = h('input', { name: 'times', type: 'number', min: 1, value: 1 });
  openDialog(words.addFault.slice(0, -1), [
    h('fieldset', null, h('legend', null, words.when),
      field(words.detail.gateway, h('select', { name: 'gateway' }, option('', words.anyGateway), Object.entries(gateways).map(([id, name]) => option(id, name)))),
      field(words.operation, h('select', { name: 'operation' }, operations.map(name => option(name, name)), option('Any', words.anyOperation))),
      field(words.toNumber, h('input', { name: 'to', placeholder: words.any })), field(words.contains, h('input', { name: 'text', placeholder: words.any })),
      field(words.inInbox, h('select', { name: 'inbox' }, option('', words.allInboxes), state.inboxes.map(each => option(each.name, each.name))))),
    h('fieldset', null, h('legend', null, words.act), field(words.behaviour, kinds), fields, field(words.stored, kept)),
    h('fieldset', null, h('legend', null, words.forHowLong), field(words.forHowLong, h('select', { name: 'plan' }, Object.entries(words.plans).map(([value, text]) => option(value, text)))), field(words.howMany, times)),
  ], words.arm, form => act(async () => { await call('POST', 'faults', ruleOf(new FormData(form))); if (state.view === 'faults') await loadRules(); }, words.armedNow));
}

const detailsOf = kind => ({ ...Object.assign({}, ...Object.values(behaviours))[kind], ...(kind !== 'None' && { delayMs: 0 }) });

const isKeptByItself = kind => kind in behaviours.detail || ['None', 'Dribble', 'ReplyThenClose', 'Prefix', 'ByteOrderMark', 'WrongCharset', 'WrongType', 'Latin1', 'Gzip', 'BadGzip'].includes(kind);

const faultField = (name, value) => name === 'then'
  ? h('select', { name }, Object.entries(words.then).map(([id, text]) => option(id, text)))
  : h('input', { name, value, type: typeof value === 'number' ? 'number' : 'text', min: 0 });

/** The rule as the interface wants it: a field's meaning is the text of its fault, or a number. */
function ruleOf(form) {
  const given = Object.fromEntries(form);
  const texts = ['body', 'code', 'location', 'retryAfter', 'charset', 'line'];
  const fault = { fault: given.fault, accept: given.accept === 'yes' };
  for (const [name, value] of Object.entries(detailsOf(given.fault))) {
    if (texts.includes(name)) fault.text = given[name];
    else if (name === 'contentType') fault[given.fault === 'WrongType' ? 'text' : name] = given[name] || null;
    else fault[name === 'bytes' ? 'count' : name] = typeof value === 'number' ? Number(given[name]) : given[name];
  }
  const times = Number(given.times);
  const plan = { next: { steps: [{ ...fault, times }] }, every: { every: { ...fault, nth: times } }, always: { always: fault } }[given.plan];
  return { gateway: given.gateway || null, operation: given.operation, to: given.to || null, text: given.text || null, inbox: given.inbox || null, ...plan };
}

// ---------------------------------------------------------------------------------------------- Tools

/** A page of records, newest first, to which new ones are added on top and older ones below. */
function mountRecords(title, intro, path, nothing, item, ...before) {
  const records = h('div.records');
  const older = button(words.older, () => load(records.lastElementChild.dataset.id), { hidden: true });
  const none = h('p.nothing', { hidden: true }, nothing);
  const load = beforeId => act(async () => {
    const { items } = await get(path, { before: beforeId, limit: 50 });
    records.append(...items.map(each => item(each)));
    older.hidden = items.length < 50;
    none.hidden = records.hasChildNodes();
  });
  ui.records = record => { records.prepend(item(record)); none.hidden = true; };
  ui.main.replaceChildren(h('section.page', null, pageHead(title, intro), before, none, records, older));
  load();
}

const record = (each, summary, body) => h('details.record', { 'data-id': each.id, ontoggle: event => { if (event.target.open && event.target.children.length === 1) event.target.append(body()); } }, h('summary', null, summary));

const mountRequests = () => mountRecords(words.requestsTitle, words.requestsIntro, 'exchanges', words.noRequests, exchange => record(exchange, [
  time(exchange.at), chip('', exchange.gateway ? gateways[exchange.gateway] : words.noGateway), h('code', null, `${exchange.method} ${exchange.path}`),
  chip(exchange.status >= 200 && exchange.status < 300 ? '.delivered' : '.undelivered', String(exchange.status || '–')), exchange.fault && chip('.fault', exchange.fault), h('small', null, words.messages(exchange.messages)),
], () => h('div', null, h('p', null, [exchange.operation, exchange.inbox, words.credential[exchange.credential], `${exchange.milliseconds} ms`].filter(Boolean).join(' · ')), wire(exchange))));

function mountWebhooks() {
  const inbox = state.inboxes.find(each => each.name === state.inbox) ?? state.inboxes[0];
  const targets = h('section.card', { 'aria-label': words.target }, h('h3', null, words.targets(inbox.name)), h('p', null, words.targetsHint),
    Object.entries(gateways).filter(([id]) => !polled.includes(id)).map(([id, name]) => targetForm(inbox.name, id, name, inbox.webhooks[id] ?? '')), h('p', null, words.onlyPushing));
  mountRecords(words.webhooksTitle, words.webhooksIntro, 'webhooks', words.noWebhooks, hook => record(hook, [
    time(hook.at), chip('', gateways[hook.gateway]), words.tried(words.kinds[hook.kind], hook.attempt), chip(hook.acknowledged ? '.delivered' : '.undelivered', hookOutcome(hook)),
  ], () => h('div.wire', null, h('h4', null, words.request), pre(`${hook.method ?? ''} ${hook.url}\n\n${readable(hook.body ?? '') || words.noBody}`), h('h4', null, words.answer), pre(hook.error ?? `${hook.status}\n\n${hook.answer || words.noBody}`))), targets);
}

async function mountApi() {
  const routes = h('div.records');
  ui.main.replaceChildren(h('section.page', null, pageHead(words.apiTitle, [words.apiIntro, ' ', h('a', { href: '/openapi.json' }, '/openapi.json')]),
    h('p', null, words.apiHint), routes, h('h2', null, words.connect), connectSection()));
  const { paths } = await get('/openapi.json');
  swap(routes, Object.entries(paths).filter(([path]) => path.startsWith('/api')).flatMap(([path, methods]) => Object.entries(methods).map(([method, { summary }]) =>
    h('div.route', null, chip('', method.toUpperCase()), h('code', null, path), h('span', null, summary)))));
}

/** Shown once: a new inbox with its credentials. */
function mountOpened() {
  const { name, credentials } = state.credentials;
  ui.main.replaceChildren(h('section.page', null, pageHead(`${words.opened}: ${name}`, words.openedHint),
    h('dl.card', null, Object.entries(credentials).map(([id, value]) => [h('dt', null, words.credentialNames[id]), h('dd', null, h('code', null, value), ' ', copyButton(value))])), connectSection()));
}

function connectSection() {
  const { baseAddresses, anyCredentials, magicNumbers } = state.summary;
  const snippets = h('div');
  const tabs = Object.entries(gateways).map(([id, name]) => button(name, () => show(id), { 'data-id': id }));
  const show = async id => {
    for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset.id === id));
    const { shell, csharp } = await get('snippets', { gateway: id });
    swap(snippets, [[words.shell, shell], [words.csharp, csharp]].map(([title, code]) => h('div.snippet', null, h('h4', null, title), copyButton(code), pre(code))));
  };
  show('SmsApi');
  return h('div.connect', null,
    h('section.card', { 'aria-label': words.addresses }, h('h3', null, words.addresses), h('dl', null, Object.entries(baseAddresses).map(([id, url]) => [h('dt', null, gateways[id]), h('dd', null, h('code', null, url), copyButton(url))])),
      h('p', null, anyCredentials ? words.anyCredentials : words.strict), magicNumbers && h('p', null, words.magic)),
    h('section.card', { 'aria-label': words.snippets }, h('h3', null, words.snippets), h('div.actions', null, tabs), snippets));
}

// ----------------------------------------------------------------------------------------------- Live

const live = { source: null, cursor: '0', run: '', errors: 0, polls: 0, timer: 0 };

function showLink(name) {
  ui.link.className = 'link ' + name;
  if (ui.link.textContent !== words.live[name]) ui.link.textContent = words.live[name];
}

function hangUp() {
  clearTimeout(live.timer);
  live.source?.close();
  live.source = null;
}

/** The browser opens a broken stream again by itself, from the last event it saw; we only count. */
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

/** The way without a stream: a question every three seconds, and now and then another try to get one. */
async function poll() {
  hangUp();
  try {
    const changes = await get('changes', { after: live.cursor });
    showLink('polling');
    if (changes.resync || changes.run !== live.run) await startOver();
    else for (const each of changes.events) happened(each.event, each.id, () => each.data);
    if (++live.polls % 10 === 0) return listen();
  } catch {
    showLink('offline');
  }
  live.timer = setTimeout(poll, 3000);
}

/** Each event counts once, whichever way it came. */
function happened(kind, id, data) {
  if (+id <= +live.cursor && kind !== 'resync') return;
  live.cursor = id;
  happenings[kind](data);
}

const happenings = {
  message: data => { const message = data(); messageArrived(message); concerns(message.to); refreshSummary(); },
  state: data => { const message = data(); if (state.q) reloadList(); else messageChanged(message); concerns(message.to); },
  reply: data => concerns(data().from),
  exchange: data => { refreshSummary(); if (state.view === 'requests') ui.records(data()); },
  webhook: data => { refreshSummary(); if (state.view === 'webhooks') ui.records(data()); if (detail.message) loadDetailSoon(); },
  faults: data => { state.armed = data().armed; paintTop(); paintRail(); if (state.view === 'faults') loadRules(); },
  inbox: () => { refreshSummary(); loadInboxes(); },
  cleared: () => startOver(),
  resync: () => startOver(),
};

/** The conversation that is open is read again when something happens in it. */
function concerns(number) {
  if (detail.message?.to === number) loadDetailSoon();
}

const loadInboxes = async () => { state.inboxes = (await get('inboxes')).items; if (detail.segments && state.view === 'messages') paintDetail(); };

/** Reads everything anew: at the start, after a clearing, and when the emulator is another one. */
async function startOver() {
  await Promise.all([loadSummary(), loadInboxes()]);
  const { run, cursor } = state.summary;
  if (run !== live.run) {
    live.cursor = cursor;
    if (live.run || sessionStorage.getItem('run') !== run) read.clear();
    live.run = run;
    sessionStorage.setItem('run', run);
  }
  await loadList();
  if (state.view !== 'messages') mountView();
  else if (state.id !== null) loadDetailSoon();
}

// ----------------------------------------------------------------------------------------------- Keys

const keys = {
  j: () => step(1), k: () => step(-1),
  '/': () => ui.search.focus(),
  r: () => document.getElementById('reply')?.focus(),
  d: () => report({ state: 'Delivered' }), f: () => report({ state: 'Undelivered' }),
  '?': toggleKeys,
};

function toggleKeys() {
  ui.keys.hidden = !ui.keys.hidden;
  const isOn = localStorage.getItem('keys') !== 'off';
  const single = h('input', { type: 'checkbox', checked: isOn, onchange: event => localStorage.setItem('keys', event.target.checked ? 'on' : 'off') });
  swap(ui.keys, h('h2', null, words.keysTitle), h('dl', null, words.keys.map(([letter, name]) => [h('dt', null, key(letter)), h('dd', null, name)])), h('label.choice', null, single, words.singleKeys), button(words.close, toggleKeys));
}

/** Out of the field, then out of the menu or the help, then back to the list. */
function escape() {
  const { activeElement: element, body } = document;
  if (element.matches('input, select, textarea')) element.blur();
  else if (body.classList.contains('menu')) body.classList.remove('menu');
  else if (!ui.keys.hidden) toggleKeys();
  else if (state.view !== 'messages' || state.id !== null) { go({ view: 'messages', id: null }); list.box.focus(); }
}

function keyPressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') return escape();
  const arrow = document.activeElement === list.box && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (arrow) { event.preventDefault(); return step(arrow); }
  if (event.target.matches('input:not([type=checkbox], [type=radio]), select, textarea') || localStorage.getItem('keys') === 'off') return;
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
}

// ---------------------------------------------------------------------------------------------- Start

async function start() {
  buildFrame();
  buildList();
  setTheme(localStorage.getItem('theme') ?? 'auto');
  showLink('connecting');
  document.addEventListener('keydown', keyPressed);
  document.addEventListener('visibilitychange', () => { if (document.hidden) { hangUp(); showLink('paused'); } else listen(); });
  window.addEventListener('popstate', () => arriveAt(readAddress()));
  Object.assign(state, readAddress());
  await startOver();
  arriveAt(readAddress());
  if (!document.hidden) listen();
}

start();
