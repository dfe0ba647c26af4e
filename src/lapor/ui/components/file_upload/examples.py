from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Terkirim, berjalan, terputus, ditolak",
        '<c-file-upload name="files" label="Foto atau dokumen" :files="files" optional '
        'hint="Sampai 5 berkas, masing-masing 20 MB" />',
        {
            "files": [
                {
                    "id": "7",
                    "name": "Lubang dari dekat",
                    "detail": "Diperkecil dari 4,2 MB menjadi 310 kB",
                    "state": "done",
                    "kind": "photo",
                },
                {
                    "name": "Posisi dari gerbang SD",
                    "detail": "Mengirim 64 %",
                    "state": "running",
                    "kind": "photo",
                    "progress": 64,
                },
                {
                    "name": "Rekaman saat hujan",
                    "detail": "Sambungan terputus. Berkas masih di perangkat ini.",
                    "state": "interrupted",
                    "kind": "video",
                },
                {
                    "name": "laporan.exe",
                    "detail": "Jenis berkas ini tidak diterima.",
                    "state": "failed",
                    "kind": "file-text",
                },
            ]
        },
    )
]
