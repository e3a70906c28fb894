package dev.quell.cli;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Language;
import dev.quell.classifier.ShippedWeights;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code catalogue}: the symbols of verdicts with their weights, as this site's settings make them. */
@Command(
        name = "catalogue",
        description = {
            "List the symbols of verdicts: family, weight, the shipped weight if the site's differs, class, description.",
            "Weights are natural-log odds: above 0 speaks for a nuisance, below 0 for the caller, 0 is shown and not counted."
        })
final class CatalogueCommand implements Callable<Integer> {

    private static final String FORM = "%-22s %-9s %7s %8s  %-17s %s%n";

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh. Default: ${DEFAULT-VALUE}.")
    private Tongue language = Tongue.EN;

    @Override
    public Integer call() {
        Catalogue catalogue =
                Catalogue.shipped().with(Wired.in(commands).settings().classifier());
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        out.printf(Locale.ROOT, FORM, "symbol", "family", "weight", "shipped", "class", "description");
        catalogue.entries().forEach(entry -> line(entry, out, language.of()));
        return 0;
    }

    private static void line(CatalogueEntry entry, PrintWriter out, Language language) {
        String weight = entry.family().actsBesideTheModel() ? "rule" : number(entry.weight());
        String shipped =
                ShippedWeights.differing(entry).map(CatalogueCommand::number).orElse("");
        out.printf(
                Locale.ROOT,
                FORM,
                entry.symbol(),
                entry.family(),
                weight,
                shipped,
                entry.speaksFor(),
                entry.description(language));
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, "%+.2f", weight);
    }
}
