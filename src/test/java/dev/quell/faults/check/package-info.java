/** What must hold after a round: nothing that was promised is missing, nothing has happened twice. */
@NullMarked
package dev.quell.faults.check;

import org.jspecify.annotations.NullMarked;
