namespace WebhookApi;

/// <summary>The page. Whatever phones write is put in as text, never as markup.</summary>
internal static class Page
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>SMS: sent and received</title>
        <style>
          :root { color-scheme: light dark; --line: #8883; --soft: #888; --accent: #0a7d62; }
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
          h1 { font-size: 1.5rem; font-weight: 650; margin: 0 0 .25rem; letter-spacing: -.01em; }
          p { color: var(--soft); margin: 0 0 1.5rem; }
          form { display: grid; grid-template-columns: 13rem 1fr auto auto; gap: .5rem; margin-bottom: 2rem; }
          input, select, button { font: inherit; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit; min-width: 0; }
          option { color: #000; background: #fff; }
          button { cursor: pointer; }
          button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
          :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
          table { width: 100%; border-collapse: collapse; }
          td { padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); vertical-align: top; }
          td:nth-child(1), td:nth-child(3) { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
          .tag { display: inline-block; min-width: 3.6rem; text-align: center; border-radius: 99px; font-size: .8rem; padding: .05rem .5rem; border: 1px solid var(--line); }
          .report { color: var(--accent); border-color: currentColor; }
          .reply { color: #b45309; border-color: currentColor; }
          small { color: var(--soft); }
          @media (max-width: 40rem) { form { grid-template-columns: 1fr; } }
        </style>
        <h1>SMS, sent and received</h1>
        <p>Messages go to the emulator. Reports come back by webhook (Poland, Vietnam) or are asked for (Ukraine); replies such as STOP put the number on the suppression list.</p>
        <form id="form">
          <select id="to" aria-label="Recipient">
            <option value="+48500100200">Poland, SMSAPI</option>
            <option value="+84900123456">Vietnam, SpeedSMS</option>
            <option value="+380670010001">Ukraine, SMS Club</option>
          </select>
          <input id="text" aria-label="Text" value="20 % off until Sunday" required>
          <button class="main" data-path="/send">Send</button>
          <button data-path="/send" data-code="1">Send as code</button>
          <input id="answer" aria-label="Reply" value="STOP" style="grid-column: 2">
          <button data-path="/reply" style="grid-column: 3 / 5">Reply as the phone</button>
        </form>
        <table><tbody id="story"></tbody></table>
        <script>
          const $ = id => document.getElementById(id);
          $('form').addEventListener('submit', async event => {
            event.preventDefault();
            const { path, code } = event.submitter.dataset;
            const text = path === '/reply' ? $('answer').value : $('text').value;
            await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ to: $('to').value, text, code: !!code }) });
            show();
          });
          let last = '';
          async function show() {
            const body = await (await fetch('/story')).text();
            if (body === last) return;
            last = body;
            $('story').replaceChildren(...JSON.parse(body).map(line => {
              const row = document.createElement('tr');
              const [at, kind, phone, text] = [0, 1, 2, 3].map(() => row.insertCell());
              at.textContent = line.at;
              const tag = kind.appendChild(document.createElement('span'));
              tag.className = 'tag ' + line.kind;
              tag.textContent = line.kind;
              phone.textContent = line.phone;
              text.append(line.text, line.text && line.note ? document.createElement('br') : '');
              text.appendChild(document.createElement('small')).textContent = line.note;
              return row;
            }));
          }
          show();
          setInterval(show, 1000);
        </script>
        </html>
        """;
}
