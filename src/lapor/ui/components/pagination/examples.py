from lapor.ui.example import Example

EXAMPLES = [Example("Lebih baru, lebih lama", '<c-pagination newer="#baru" older="#lama" />')]
