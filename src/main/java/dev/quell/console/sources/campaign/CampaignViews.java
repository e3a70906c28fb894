package dev.quell.console.sources.campaign;

import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.security.masking.Masking;
import dev.quell.source.Campaigns;
import dev.quell.source.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes of campaigns what the page shows. */
@Component
public final class CampaignViews {
    private static final int MEMBERS = 6;
    private static final int LONGEST = 120;
    /** The digits in which a campaign's numbers differ. */
    private static final int HUNDRED = 2;

    private final Campaigns campaigns;
    private final Callers callers;
    private final SourceKeys keys;

    CampaignViews(Campaigns campaigns, Callers callers, SourceKeys keys) {
        this.campaigns = campaigns;
        this.callers = callers;
        this.keys = keys;
    }

    /** The campaigns of a period; of numbers that begin alike if a prefix is given. */
    public List<Campaign> of(Optional<String> prefix, Period period, Tongue tongue) {
        return campaigns.of(prefix, period.from(), period.to()).stream()
                .map(found -> view(found, tongue))
                .toList();
    }

    /** The smallest and the greatest number that called of a campaign's hundred. */
    private static List<String> ends(String start, Set<CallerNumber> sources) {
        List<String> numbers = sources.stream()
                .map(CallerNumber::key)
                .filter(number -> number.startsWith(start) && number.length() == start.length() + HUNDRED)
                .sorted()
                .toList();
        return numbers.size() < 2 ? List.of() : List.of(numbers.getFirst(), numbers.getLast());
    }

    private Campaign view(Campaigns.Found found, Tongue tongue) {
        Group group = found.group();
        Map<CallerNumber, Integer> sources = group.sources();
        return new Campaign(
                found.start()
                        .map(start -> Masking.text(start + "00").replaceAll("00$", "*"))
                        .orElse(""),
                found.start().filter(Masking::mayAsk).map(start -> start + "*").orElse(""),
                found.start()
                        .filter(start -> Masking.whole())
                        .map(start -> ends(start, sources.keySet()))
                        .orElse(List.of()),
                sources.size(),
                group.calls().size(),
                group.together(),
                found.shared()
                        .map(print -> Printable.of(print.fingerprint(), LONGEST))
                        .orElse(""),
                found.shared().map(Group.Shared::sources).orElse(0),
                found.common().isPresent()
                        ? OptionalLong.of(Math.round(100 * found.common().getAsDouble()))
                        : OptionalLong.empty(),
                group.first(),
                group.last(),
                sources.entrySet().stream()
                        .limit(MEMBERS)
                        .map(each -> new Campaign.Member(
                                keys.of(each.getKey()), callers.show(each.getKey(), tongue), each.getValue()))
                        .toList());
    }
}
