// Where the engine would put the baseline of a line, and how far that is from where the shaper put it.
import type { Node, TextPrim, TextStyle } from '../shell/types';
import { div } from './dom';
import type { Faces } from './fonts';

const shifts = new Map<string, number>();

/** A line of a style with its baseline so far below the upper edge. */
interface Sample {
  css: string;
  baseline: number;
}

/** The style of a text at a byte. */
export function styleAt({ spans }: TextPrim, at: number): TextStyle | undefined {
  return (spans.find((span) => span.start <= at && at < span.end) ?? spans[0])?.style;
}

/**
 * How far a line must be moved down so that its baseline lies where the shaper put it: engines round a face's ascent
 * and descent to whole px before they centre them in the line.
 */
export function baselineShift(css: string, baseline: number): number {
  const known = shifts.get(nameOf(css, baseline));
  if (known !== undefined) return known;
  measure([{ css, baseline }]);
  return shifts.get(nameOf(css, baseline)) ?? 0;
}

/**
 * Measures at once what the lines of these nodes need. One by one, between what is painted, each measurement would lay
 * the whole document out anew.
 */
export function measureBaselines(nodes: Iterable<Node>, faces: Faces): void {
  const fresh = new Map<string, Sample>();
  for (const { prims } of nodes) {
    for (const prim of prims) {
      if (prim.kind !== 'text') continue;
      for (const line of prim.lines) {
        const style = styleAt(prim, line.start);
        if (!style) continue;
        const sample = { css: faces.css(style), baseline: line.baseline - line.y };
        const name = nameOf(sample.css, sample.baseline);
        if (!shifts.has(name)) fresh.set(name, sample);
      }
    }
  }
  measure([...fresh.values()]);
}

/** Forgets what was measured: other faces came. */
export function forgetShifts(): void {
  shifts.clear();
}

function nameOf(css: string, baseline: number): string {
  return `${css} ${baseline}`;
}

function measure(samples: readonly Sample[]): void {
  if (samples.length === 0) return;
  const probes = samples.map(({ css }) => {
    const probe = div('scene-probe');
    probe.style.cssText = css;
    probe.textContent = 'x';
    probe.append(document.createElement('span'));
    return probe;
  });
  document.body.append(...probes);
  samples.forEach(({ css, baseline }, at) => {
    const probe = probes[at]!;
    const box = probe.getBoundingClientRect();
    const foot = probe.lastElementChild!.getBoundingClientRect().bottom;
    // Without an engine that lays out (tests) there is nothing to correct.
    shifts.set(nameOf(css, baseline), box.height > 0 ? baseline - (foot - box.top) : 0);
  });
  for (const probe of probes) probe.remove();
}
