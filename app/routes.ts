import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL. Paths say nothing to someone who reads a browser's history. */
export default [
  index('routes/start.tsx'),
  route('language', 'routes/language.tsx'),

  // Open to anyone.
  route('help', 'routes/help.tsx'),
  route('phone', 'routes/phone.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),

  // One person's own pages.
  route('home', 'routes/home.tsx'),
  route('me', 'routes/me.tsx'),
  route('me/leave', 'routes/me.leave.tsx'),
  route('me/sign-out', 'routes/me.sign-out.ts'),
  route('left', 'routes/left.tsx'),
  route('p/:plan', 'routes/plan.tsx'),
  route('p/:plan/now', 'routes/plan.now.tsx'),
  route('p/:plan/paper', 'routes/plan.paper.tsx'),
  route('p/:plan/people', 'routes/plan.people.tsx'),
  route('p/:plan/story', 'routes/plan.story.tsx'),
  route('p/:plan/log', 'routes/plan.log.tsx'),
  route('p/:plan/log/new', 'routes/plan.log.new.tsx'),
  route('p/:plan/log/ring', 'routes/plan.log.ring.tsx'),
  route('p/:plan/log/:entry/saved', 'routes/plan.log.saved.tsx'),
  route('p/:plan/mine', 'routes/plan.mine.tsx'),
  route('p/:plan/mine/:item', 'routes/plan.mine.item.tsx'),
  route('p/:plan/mine/:item/saved', 'routes/plan.mine.saved.tsx'),
  route('p/:plan/scale', 'routes/plan.scale.tsx'),
  route('p/:plan/scale/:worry', 'routes/plan.scale.worry.tsx'),
  route('p/:plan/scale/:worry/saved', 'routes/plan.scale.saved.tsx'),
  route('p/:plan/not-mine/:what', 'routes/plan.not-mine.tsx'),
  route('p/:plan/dates/:item.ics', 'routes/plan.date.ts'),

  route('healthz', 'routes/healthz.ts'),
  route('readyz', 'routes/readyz.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
