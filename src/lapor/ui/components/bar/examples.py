from lapor.ui.example import Example

EXAMPLES = [Example("Batang dan target", '<c-bar :value="71" :target="85" label="71 dari 100, target 85" />')]
