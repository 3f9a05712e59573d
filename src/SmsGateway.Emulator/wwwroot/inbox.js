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
