from lapor.ui.example import Example

EXAMPLES = [Example("Nilai satu sampai lima", '<c-rating name="score" :value="4" />')]
