/** What an examination found, and how a check tells it. */
@NamedInterface("finding")
@NullMarked
package dev.quell.doctor.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
