/** What people did, kept for good: who, what, on what, when, from where. */
@NamedInterface("audit")
@NullMarked
package dev.quell.security.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
