/**
 * Fault tests: whatever dies, no call and no record is lost. {@link dev.quell.faults.FaultsIT} plays a few rounds of each row, {@link dev.quell.faults.Faults}
 * as many as asked for.
 */
@NullMarked
package dev.quell.faults;

import org.jspecify.annotations.NullMarked;
