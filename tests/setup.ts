// Runs anew for every test file, while the modules a process has loaded stay (`isolate: false`).
import { closeAfterwards } from './at-the-end'

closeAfterwards()
