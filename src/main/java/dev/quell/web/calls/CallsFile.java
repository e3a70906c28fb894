package dev.quell.web.calls;

import dev.quell.calllog.CallFilter;
import dev.quell.deed.export.CallFiles;
import dev.quell.deed.export.CallForm;
import dev.quell.web.input.Input;
import dev.quell.web.input.Readers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The calls of a filter as a CSV file in place of a page. */
@Component
final class CallsFile {
    /** The parameter that asks for one. */
    static final String FIELD = "format";

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final int DATE = "2026-11-22".length();

    private final CallFiles files;

    CallsFile(CallFiles files) {
        this.files = files;
    }

    private enum Format {
        JSON,
        CSV
    }

    /** Whether a file is asked for: by the parameter, or by what is accepted, if that would rather have it than JSON. */
    static boolean wanted(Input input, @Nullable String accept) {
        return input.optional(FIELD, Readers.word(Format.class)).orElse(accepts(accept) ? Format.CSV : Format.JSON)
                == Format.CSV;
    }

    private static boolean accepts(@Nullable String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            double file = quality(types, CSV::equalsTypeAndSubtype);
            double page = quality(types, MediaType.APPLICATION_JSON::isCompatibleWith);
            return file > page;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static double quality(List<MediaType> types, Predicate<MediaType> meant) {
        return types.stream()
                .filter(meant)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    /** Writes the file as the log is read: nothing gathers it. */
    void write(
            CallFilter filter,
            MultiValueMap<String, String> query,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response) {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        files.note(CallForm.CSV, List.of(CallFilters.FIELDS), query.toSingleValueMap());
        response.setContentType(CallForm.CSV.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"calls-" + now.toString().substring(0, DATE) + ".csv\"");
        try {
            Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            files.write(filter, CallForm.CSV, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
