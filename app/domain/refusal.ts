/** The portal will not do what an operator asked, and why: one plain sentence, printed as it is, without a stack. */
export class Refusal extends Error {
  override name = 'Refusal'
}
