import { buildIfNeeded } from '../../app/cli/start.mjs'

/** The journeys run on what an operator would start. */
export default function build() {
  buildIfNeeded(false)
}
