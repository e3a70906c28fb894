package dev.quell.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The clock of a service under test: it goes on as ever and began at noon of the machine's day, so that no test runs over midnight or a change of clocks. */
public final class Noon {

    private Noon() {}

    /** A clock at noon. */
    public static Clock clock() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        return Clock.offset(Clock.systemUTC(), Duration.between(now, now.with(LocalTime.NOON)));
    }
}
