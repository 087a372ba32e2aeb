package dev.openvenue.generator;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.util.Map;
import org.openapitools.codegen.api.TemplatingExecutor;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

/**
 * Formats the output of the templates like hand-written code, sorts its imports and removes unused ones. It does so
 * before the file is written, so that an unchanged file keeps its modification time.
 */
final class FormattingEngine extends MustacheEngineAdapter {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Override
    public String compileTemplate(TemplatingExecutor executor, Map<String, Object> bundle, String templateFile)
            throws IOException {
        String text = super.compileTemplate(executor, bundle, templateFile);
        if (VenueCodegen.RESOURCES.contains(templateFile)) {
            return text;
        }
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IOException(templateFile + " renders what is not Java: " + e.getMessage() + "\n" + text, e);
        }
    }
}
