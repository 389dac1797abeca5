/**
 * The data of each event of a `text/event-stream`, as the loopback host writes it: one `data:` line and a blank one; comments say nothing.
 * Ends with the stream, and rejects when it breaks off or is aborted.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // An event of a megabyte comes in many pieces: they are joined once, when its end is there.
  let pieces: string[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = decoder.decode(part.value, { stream: true }).split('\n');
    for (const [index, piece] of lines.entries()) {
      pieces.push(piece);
      if (index === lines.length - 1) break;
      const line = pieces.join('');
      pieces = [];
      if (line.startsWith('data: ')) yield line.slice('data: '.length);
    }
  }
}
