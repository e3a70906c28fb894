package dev.quell.jobs;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A timer whose repeated tasks outlive what ends a round of them. What is done once tells its caller, and is noted too. */
final class GuardedTimer extends ScheduledThreadPoolExecutor {

    private final String name;

    GuardedTimer(String name, int threads, ThreadFactory factory) {
        super(threads, factory);
        this.name = name;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(() -> repeated(command), first, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return super.scheduleAtFixedRate(() -> repeated(command), first, period, unit);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(() -> once(command), delay, unit);
    }

    private void repeated(Runnable command) {
        try {
            command.run();
            Mishaps.well(name);
        } catch (Throwable e) {
            note(e);
        }
    }

    private void once(Runnable command) {
        try {
            command.run();
            Mishaps.well(name);
        } catch (Throwable e) {
            note(e);
            throw e;
        }
    }

    /** What ends with the timer is no mishap. */
    private void note(Throwable e) {
        if (!isShutdown()) {
            Mishaps.note(name, e);
        }
    }
}
