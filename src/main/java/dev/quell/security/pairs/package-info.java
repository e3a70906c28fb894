/** Whether two accounts are two people, where a second person's word is needed. */
@NamedInterface("pairs")
@NullMarked
package dev.quell.security.pairs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
