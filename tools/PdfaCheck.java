import java.io.File;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF, the reference validator of PDF/A, about files.
 *
 * Usage: PdfaCheck FLAVOUR FILE..., FLAVOUR being 3b, 2b, 3u and so on. Prints a line for each file, PASS, FAIL or
 * ERROR, with the file behind a tab; below a FAIL how often each rule was broken. Exit code 0 if all files comply.
 */
public class PdfaCheck {
    private static final PrintStream OUT = System.out;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        boolean allComply = true;
        for (int index = 1; index < arguments.length; index++) {
            allComply &= complies(new File(arguments[index]), flavour);
        }
        System.exit(allComply ? 0 : 1);
    }

    private static boolean complies(File file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            ValidationResult result = validator.validate(parser);
            OUT.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + file);
            brokenRules(result).forEach((rule, times) -> OUT.println("    " + times + " x " + rule));
            return result.isCompliant();
        } catch (Exception | LinkageError error) {
            OUT.println("ERROR\t" + file + "\t" + error);
            return false;
        }
    }

    private static Map<String, Integer> brokenRules(ValidationResult result) {
        Map<String, Integer> broken = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                broken.merge(rule + " " + assertion.getMessage(), 1, Integer::sum);
            }
        }
        return broken;
    }
}
