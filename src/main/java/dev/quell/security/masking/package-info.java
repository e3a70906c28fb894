/** What is hidden of callers' numbers from whom, and how one number is shown whole with a reason. */
@NamedInterface("masking")
@NullMarked
package dev.quell.security.masking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
