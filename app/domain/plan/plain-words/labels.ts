/**
 * Words that judge a person and tell nobody what happened. In a sentence about danger they are asked after: what did
 * somebody see or hear? Words for a thing somebody does ("drinks", "shouts") are none.
 */
export const LABELS =
  `abuse, abused, abuser, abusive, addict, aggressive, alcoholic, anti-social, at risk, attention-seeking,
  bad mother, bad father, bad parent, chaotic, controlling, criminal, cruel, dangerous, depressive, deviant, dirty,
  disengaged, dishonest, disruptive, domestic violence, druggie, drunk, drunkard, dysfunctional, emotional harm,
  emotionally abusive, failed to protect, fails to protect, failing to protect, feckless, hostile, immature,
  inadequate, inappropriate, incapable, inconsistent, irresponsible, junkie, lack of insight, lacks insight, lazy,
  manipulative, mentally ill, mentally unstable, narcissist, narcissistic, neglect, neglected, neglectful, neglecting,
  non-compliant, obstructive, perpetrator, poor parenting, predator, promiscuous, psychotic, reckless, resistant,
  sexually abusive, toxic, uncaring, uncooperative, unfit, unpredictable, unreliable, unsafe, unstable, unsuitable,
  user, violent, volatile`
    .split(',')
    .map((label) => label.trim())
