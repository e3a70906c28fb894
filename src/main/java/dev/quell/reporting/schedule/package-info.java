/** Which reports are sent by themselves, and when they are due. */
@NamedInterface("schedule")
@NullMarked
package dev.quell.reporting.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
