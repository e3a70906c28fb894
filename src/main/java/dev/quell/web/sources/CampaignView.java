package dev.quell.web.sources;

import dev.quell.call.Printable;
import dev.quell.security.masking.Masking;
import dev.quell.source.Campaigns;
import dev.quell.source.Group;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources that seem to act as one.
 *
 * @param range how their numbers begin, ending in a star; absent if they share no range
 * @param sources how many different numbers called
 * @param calls how many calls were looked at, at most 100 of a range
 * @param together the most numbers that called within one hour
 * @param fingerprint the signalling traits that most of them share; absent if no two share any
 * @param sharing how many of them have it
 * @param common which share of the other recent callers of the trunk has it, 0 to 1; absent if too few are known
 * @param members those with the most calls
 */
record CampaignView(
        @Nullable String range,
        int sources,
        int calls,
        int together,
        @Nullable String fingerprint,
        int sharing,
        @Nullable Double common,
        Instant first,
        Instant last,
        List<Member> members) {
    private static final int MEMBERS = 20;
    private static final int LONGEST = 120;

    /** One of them. */
    record Member(String source, int calls) {}

    static CampaignView of(Campaigns.Found found) {
        Group group = found.group();
        return new CampaignView(
                found.start()
                        .map(start -> Masking.text(start + "00").replaceAll("00$", "*"))
                        .orElse(null),
                group.sources().size(),
                group.calls().size(),
                group.together(),
                found.shared()
                        .map(print -> Printable.of(print.fingerprint(), LONGEST))
                        .orElse(null),
                found.shared().map(Group.Shared::sources).orElse(0),
                found.common().isPresent() ? found.common().getAsDouble() : null,
                group.first(),
                group.last(),
                group.sources().entrySet().stream()
                        .limit(MEMBERS)
                        .map(each -> new Member(Masking.show(each.getKey()), each.getValue()))
                        .toList());
    }
}
