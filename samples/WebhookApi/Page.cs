namespace WebhookApi;

/// <summary>The page. Whatever phones write is put in as text, never as markup.</summary>
internal static class Page
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>SMS: sent and received</title>
        <style>
          :root { color-scheme: light dark; --line: #8884; --soft: light-dark(#666, #a3a3a3); --accent: #0a7d62; --good: light-dark(#0a7d62, #5fd0b1); --warm: light-dark(#b45309, #f5b168); --bad: light-dark(#b91c1c, #f99); }
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
          h1 { font-size: 1.5rem; font-weight: 650; margin: 0 0 .25rem; letter-spacing: -.01em; }
          p { color: var(--soft); margin: 0 0 1.5rem; }
          form { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 2rem; }
          input, select, button { font: inherit; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit; min-width: 0; }
          select { flex: 1 1 100%; }
          input { flex: 1 1 20rem; }
          button { flex: 1 1 auto; cursor: pointer; }
          button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
          option { color: #000; background: #fff; }
          :focus-visible { outline: 2px solid var(--good); outline-offset: 2px; }
          ol { list-style: none; margin: 0; padding: 0; }
          li { display: grid; grid-template-columns: 4.5rem 5.5rem 1fr; align-items: baseline; padding: .6rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
          li > :last-child { grid-column: 3; }
          time, small { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
          small { display: block; }
          .tag { justify-self: start; border: 1px solid; border-radius: 99px; font-size: .8rem; padding: .05rem .6rem; }
          .report { color: var(--good); }
          .reply { color: var(--warm); }
          .refused { color: var(--bad); }
          @media (max-width: 40rem) { li { grid-template-columns: 5.5rem 1fr; } li > :last-child { grid-column: 1 / 3; } }
        </style>
        <h1>SMS, sent and received</h1>
        <p>Messages go to the emulator. Reports come back by webhook (Poland, Vietnam) or are asked for (Ukraine). After a reply such as STOP the number gets no more offers, but codes; START lets them in again.</p>
        <form id="form">
          <select id="to" aria-label="Recipient">
            <option value="+48500100200">+48 500 100 200: Poland, through SMSAPI</option>
            <option value="+84900123456">+84 900 123 456: Vietnam, through SpeedSMS</option>
            <option value="+380670012345">+380 67 001 2345: Ukraine, through SMS Club</option>
          </select>
          <input id="text" aria-label="Text of the offer" value="20 % off until Sunday" required>
          <button class="main" data-path="/send">Send offer</button>
          <button data-path="/send" data-code="Your code is 482910">Send code</button>
          <input id="answer" aria-label="Reply" value="STOP" required>
          <button data-path="/reply">Reply as the phone</button>
        </form>
        <ol id="story" aria-live="polite"></ol>
        <p id="empty">Nothing has happened yet.</p>
        <script>
          const $ = id => document.getElementById(id);
          const make = (name, text, className = '') => Object.assign(document.createElement(name), { textContent: text, className });
          $('form').addEventListener('submit', async event => {
            event.preventDefault();
            const { path, code } = event.submitter.dataset;
            const text = path === '/reply' ? $('answer').value : code ?? $('text').value;
            await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ to: $('to').value, text, code: !!code }) });
            show();
          });
          let last = '[]';
          async function show() {
            const body = await (await fetch('/story')).text();
            if (body === last) return;
            last = body;
            $('empty').hidden = true;
            $('story').replaceChildren(...JSON.parse(body).map(line => {
              const row = make('li', '');
              const what = make('div', line.text);
              what.append(make('small', `+${line.phone} · ${line.note}`));
              row.append(make('time', line.at), make('span', line.kind, 'tag ' + line.kind), what);
              return row;
            }));
          }
          show();
          setInterval(show, 1000);
        </script>
        </html>
        """;
}
