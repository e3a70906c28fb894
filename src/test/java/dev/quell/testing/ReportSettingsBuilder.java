package dev.quell.testing;

import dev.quell.reporting.MailServer;
import dev.quell.reporting.MailServer.Security;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.schedule.ScheduleDraft;
import java.time.Duration;
import java.util.Map;

/** Settings of reports as they are shipped, apart from what is said. */
public final class ReportSettingsBuilder {

    private ReportSettingsBuilder() {}

    public static ReportSettings shipped() {
        return with(Map.of());
    }

    public static ReportSettings with(Map<String, ScheduleDraft> schedules) {
        return with(schedules, server("", 587, Security.STARTTLS));
    }

    public static ReportSettings with(Map<String, ScheduleDraft> schedules, MailServer server) {
        return new ReportSettings(schedules, "UTC", server, Duration.ofSeconds(45), Duration.ofDays(400), "");
    }

    /** One that is waited for as long as may be set. */
    public static MailServer server(String host, int port, Security security) {
        return new MailServer(host, port, security, "", "", "", "quell@example.org", Patience.LONG);
    }

    /** One without TLS that answers within a second or is left. */
    public static MailServer hasty(int port) {
        return new MailServer("127.0.0.1", port, Security.NONE, "", "", "", "quell@example.org", Duration.ofSeconds(1));
    }
}
