package dev.quell.reporting;

import dev.quell.call.SettingFaults;
import dev.quell.reporting.schedule.ScheduleDraft;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.reports}: which reports are sent by themselves, how, and what they assume.
 *
 * @param schedules which are sent, by a name of 1 to 32 letters, digits or hyphens; people may make more on the page
 * @param zone whose days are meant, such as Asia/Shanghai; empty for the machine's own
 * @param mail which server takes the mails
 * @param handling what one nuisance call costs an agent who takes it, 1s to 10m: agent minutes saved rest on it
 * @param keep how long sent reports are kept, 30d to 3650d
 * @param font a TrueType font's file with Chinese letters, for PDF; empty for those usual on Debian
 */
@ConfigurationProperties(prefix = "quell.reports", ignoreUnknownFields = false)
public record ReportSettings(
        @DefaultValue Map<String, ScheduleDraft> schedules,
        @DefaultValue("") String zone,
        @DefaultValue MailServer mail,
        @DefaultValue("45s") Duration handling,
        @DefaultValue("400d") Duration keep,
        @DefaultValue("") String font) {

    public ReportSettings {
        schedules = Map.copyOf(schedules);
        SettingFaults faults = SettingFaults.in("quell.reports")
                .require(zone.isEmpty() || isZone(zone), "zone", "must be a time zone's name, such as Asia/Shanghai")
                .require(
                        within(handling, Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        "handling",
                        "must be 1s to 10m, such as 45s")
                .require(
                        within(keep, Duration.ofDays(30), Duration.ofDays(3650)),
                        "keep",
                        "must be 30d to 3650d, such as 400d");
        mail.check(faults);
        schedules.forEach((name, schedule) -> schedule.faults(name)
                .forEach(fault -> faults.require(false, "schedules." + name + "." + fault.field(), fault.sentence())));
        faults.throwIfAny();
    }

    /** Whose days are meant. */
    public ZoneId zoneId() {
        return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    private static boolean isZone(String text) {
        try {
            return text.equals(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
