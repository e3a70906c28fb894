package dev.quell.console.treatments;

import dev.quell.call.CallSettings;
import dev.quell.call.CallSettings.LineSettings;
import dev.quell.call.Profile;
import dev.quell.config.SettingOrigins;
import java.util.ArrayList;
import java.util.List;

/**
 * A line's settings as the page shows them.
 *
 * @param name empty for all lines that no other means
 * @param guarded whether a machine never releases, blocks or deters its callers
 */
public record LineView(
        String name, List<String> numbers, boolean guarded, ValueView profile, ValueView listen, ValueView blocked) {

    /** Each line, the rest last. */
    static List<LineView> all(CallSettings calls, SettingOrigins origins) {
        List<LineView> all = new ArrayList<>();
        calls.lines().forEach((name, line) -> {
            String key = "quell.call.lines." + name + ".";
            all.add(of(name, line, key, origins));
        });
        CallSettings.DefaultLine rest = calls.defaultLine();
        all.add(of(
                "",
                new LineSettings(List.of("*"), rest.profile(), rest.listen(), rest.blocked()),
                "quell.call.default-line.",
                origins));
        return all;
    }

    private static LineView of(String name, LineSettings line, String key, SettingOrigins origins) {
        return new LineView(
                name,
                line.numbers(),
                line.profile() == Profile.PROTECTED,
                value(key + "profile", line.profile(), origins),
                value(key + "listen", line.listen(), origins),
                value(key + "blocked", line.blocked(), origins));
    }

    private static ValueView value(String key, Enum<?> value, SettingOrigins origins) {
        return ValueView.of(key, value.name(), origins.of(key));
    }

    /** The lines of the site's file that say what stands now, ready to be changed; an example where there are none. */
    static String yaml(CallSettings calls) {
        StringBuilder text = new StringBuilder("quell:\n  call:\n    lines:\n");
        if (calls.lines().isEmpty()) {
            text.append(
                    "      crisis: { numbers: [\"12355\", \"+86755123*\"], profile: protected, listen: never, blocked: deter }\n");
        }
        calls.lines()
                .forEach((name, line) -> text.append("      ")
                        .append(name)
                        .append(": { numbers: [\"")
                        .append(String.join("\", \"", line.numbers()))
                        .append("\"], profile: ")
                        .append(ValueView.word(line.profile()))
                        .append(", listen: ")
                        .append(ValueView.word(line.listen()))
                        .append(", blocked: ")
                        .append(ValueView.word(line.blocked()))
                        .append(" }\n"));
        CallSettings.DefaultLine rest = calls.defaultLine();
        return text.append("    default-line: { profile: ")
                .append(ValueView.word(rest.profile()))
                .append(", listen: ")
                .append(ValueView.word(rest.listen()))
                .append(", blocked: ")
                .append(ValueView.word(rest.blocked()))
                .append(" }\n")
                .toString();
    }
}
