/** Checks of the running service and its ports. */
@NullMarked
package dev.quell.doctor.service;

import org.jspecify.annotations.NullMarked;
