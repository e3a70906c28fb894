/** Checks of this machine: folders, files, disk, clock, memory. */
@NullMarked
package dev.quell.doctor.machine;

import org.jspecify.annotations.NullMarked;
