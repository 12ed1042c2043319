pragma Singleton
import QtQuick

// Written by assets/steps/make.py from the SVG files beside it.
QtObject {
    readonly property var drawings: [[
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M14 244 H346"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M40 26 H250 A6 6 0 0 1 256 32 V172 A6 6 0 0 1 250 178 H40 A6 6 0 0 1 34 172 V32 A6 6 0 0 1 40 26 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M46 38 H244 V136 H46 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M46.5 118.4 L97.5 85.0 L133.1 106.6 L176.7 69.4 L243.5 110.5 V135.5 H46.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M46.5 130.1 L113.3 108.6 L168.8 126.2 L208.4 112.5 L243.5 124.2 V135.5 H46.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M90.64000000000001 62.5 A8.82 8.82 0 1 0 108.28 62.5 A8.82 8.82 0 1 0 90.64000000000001 62.5 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M46 38 H244 V136 H46 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M46 146 H78 V168 H46 Z"
            },
            {
                "line": "accent",
                "ground": "accent",
                "middle": -1,
                "path": "M87 146 H119 V168 H87 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M128 146 H160 V168 H128 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M169 146 H201 V168 H169 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M210 146 H242 V168 H210 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M136 178 V244 M154 178 V244 M104 244 H186"
            },
            {
                "line": "none",
                "ground": "wall",
                "middle": -1,
                "path": "M197 104 A17 17 0 1 0 231 104 A17 17 0 1 0 197 104 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M197 104 A17 17 0 1 0 231 104 A17 17 0 1 0 197 104 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M204 104 A10 10 0 1 0 224 104 A10 10 0 1 0 204 104 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M209.6 104 A4.4 4.4 0 1 0 218.4 104 A4.4 4.4 0 1 0 209.6 104 Z"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M 295.8 85.6 C 300.7 85.6 303.7 89.4 303.5 95.3 C 303.3 101.4 300.2 106.2 295.8 106.2 C 291.3 106.2 288.2 101.4 288 95.3 C 287.8 89.4 290.8 85.6 295.8 85.6 Z M 292.3 105.3 C 292.3 109.4 291.7 111 288.8 112.3 C 285.6 113.5 283.6 114.6 282 116.3 M 299.3 105.3 C 299.3 109.4 299.8 111 302.8 112.3 C 309 114.8 313.6 116.3 314.9 123.7 C 316.6 133.8 317.7 144.8 317.3 154.9 C 317.1 161.4 316.7 166.9 315.6 171.5 C 314.9 174.6 311.4 174.6 310.8 171.5 C 310.3 167.5 310.1 163.2 309.7 158.6 M 283.4 131.9 C 283.2 141.1 282.3 150.3 281.8 158.6 C 281.4 168.7 282.1 187.1 283.6 201.9 C 284.5 212.9 284.7 223.9 284.9 235 C 284.9 238.7 282.9 241.4 281.8 243.6 C 284.7 244.6 289 244.6 292.1 243.6 C 292.4 231.3 293.4 219.3 293.7 207.4 C 294.1 196.3 294.8 185.3 295.8 175.2 C 296.7 185.3 297.4 196.3 297.8 207.4 C 298.2 219.3 299.1 231.3 299.4 243.6 C 302.6 244.6 306.8 244.6 309.7 243.6 C 308.6 241.4 306.6 238.7 306.6 235 C 306.8 223.9 307 212.9 307.9 201.9 C 309.4 187.1 310.1 168.7 309.7 158.6 C 309.2 150.3 308.3 141.1 308.1 131.9"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M282 116.3 C268 116 250 112 226 105 C222 104 221 109 225 110.5 C246 118 262 127 283.4 132"
            }
        ], [
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M22 66 H146 A4 4 0 0 1 150 70 V212 A4 4 0 0 1 146 216 H22 A4 4 0 0 1 18 212 V70 A4 4 0 0 1 22 66 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M22 66 H146 A4 4 0 0 1 150 70 V92 H18 V70 A4 4 0 0 1 22 66 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M18 93 H150"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M18 118 H150"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M18 143 H150"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M18 168 H150"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M18 193 H150"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M52 66 V216 M106 66 V216"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M22 66 H146 A4 4 0 0 1 150 70 V212 A4 4 0 0 1 146 216 H22 A4 4 0 0 1 18 212 V70 A4 4 0 0 1 22 66 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27 104.5 H42 M61 104.5 H96 M115 104.5 H140"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27 129.5 H42 M61 129.5 H88 M115 129.5 H134"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27 154.5 H42 M61 154.5 H98 M115 154.5 H138"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27 179.5 H42 M61 179.5 H84 M115 179.5 H130"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27 204.5 H42 M61 204.5 H92 M115 204.5 H139"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M200 24 H292 V86 H200 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M200.5 74.8 L223.9 53.8 L240.5 67.4 L260.7 43.8 L291.5 69.9 V85.5 H200.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M200.5 82.3 L231.3 68.6 L257.0 79.8 L275.4 71.1 L291.5 78.6 V85.5 H200.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M219.26 39.5 A5.58 5.58 0 1 0 230.42000000000002 39.5 A5.58 5.58 0 1 0 219.26 39.5 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M200 24 H292 V86 H200 Z"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M256 58 H324 V142 H256 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M290 130 C272 118 270 96 290 74 C310 96 308 118 290 130 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M290 134 V86"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M186 102 H270 V158 H186 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M196 130 A18 18 0 1 0 232 130 A18 18 0 1 0 196 130 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M210 130 A18 18 0 1 0 246 130 A18 18 0 1 0 210 130 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M224 130 A18 18 0 1 0 260 130 A18 18 0 1 0 224 130 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M160 184 C182 206 208 214 240 210 M230 199 L242 210 L229 219"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M254 176 H332 A4 4 0 0 1 336 180 V234 A4 4 0 0 1 332 238 H254 A4 4 0 0 1 250 234 V180 A4 4 0 0 1 254 176 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M258 184 H282 V202 H258 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M286 184 H328 V202 H286 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M258 206 H294 V230 H258 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M298 206 H328 V230 H298 Z"
            }
        ], [
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M64 18 H224 A4 4 0 0 1 228 22 V240 A4 4 0 0 1 224 244 H64 A4 4 0 0 1 60 240 V22 A4 4 0 0 1 64 18 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M76 36 H124 V72 H76 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M76.5 65.5 L88.5 53.3 L97.1 61.2 L107.7 47.5 L123.5 62.6 V71.5 H76.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M76.5 69.8 L92.3 61.9 L105.8 68.4 L115.4 63.4 L123.5 67.7 V71.5 H76.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M85.72000000000001 45.0 A3.2399999999999998 3.2399999999999998 0 1 0 92.2 45.0 A3.2399999999999998 3.2399999999999998 0 1 0 85.72000000000001 45.0 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M76 36 H124 V72 H76 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M138 44 H196 M138 56 H178 M138 67 H162"
            },
            {
                "line": "line",
                "ground": "wall",
                "middle": -1,
                "path": "M76 88 H124 V124 H76 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M90 106 A10 10 0 1 0 110 106 A10 10 0 1 0 90 106 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M138 96 H186 M138 108 H192 M138 119 H158"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M76 140 H124 V176 H76 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M76.5 169.5 L88.5 157.3 L97.1 165.2 L107.7 151.5 L123.5 166.6 V175.5 H76.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M76.5 173.8 L92.3 165.9 L105.8 172.4 L115.4 167.4 L123.5 171.7 V175.5 H76.5 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M76 140 H124 V176 H76 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M138 148 H200 M138 160 H170 M138 171 H166"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M76 192 H124 V228 H76 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M76.5 221.5 L88.5 209.3 L97.1 217.2 L107.7 203.5 L123.5 218.6 V227.5 H76.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M76.5 225.8 L92.3 217.9 L105.8 224.4 L115.4 219.4 L123.5 223.7 V227.5 H76.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M85.72000000000001 201.0 A3.2399999999999998 3.2399999999999998 0 1 0 92.2 201.0 A3.2399999999999998 3.2399999999999998 0 1 0 85.72000000000001 201.0 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M76 192 H124 V228 H76 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M138 200 H190 M138 212 H184 M138 223 H154"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": 212,
                "path": "M204 63 L210 69 L220 56"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": 212,
                "path": "M204 115 L210 121 L220 108"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": 212,
                "path": "M204 219 L210 225 L220 212"
            },
            {
                "line": "none",
                "ground": "wall",
                "middle": -1,
                "path": "M189 166 A47 47 0 1 0 283 166 A47 47 0 1 0 189 166 Z"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M192 166 A44 44 0 1 0 280 166 A44 44 0 1 0 192 166 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M208 150 H234 V180 H208 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M244 153 H264 M244 165 H270"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M244 180 H262"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M220.9 165 A0.1 0.1 0 1 0 221.1 165 A0.1 0.1 0 1 0 220.9 165 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M192 166 A44 44 0 1 0 280 166 A44 44 0 1 0 192 166 Z"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M268 197 L275 190 L318 232 A5 5 0 0 1 311 240 Z"
            }
        ], [
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M14 244 H346"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M118 45 H242 A5 5 0 0 1 247 50 V166 A5 5 0 0 1 242 171 H118 A5 5 0 0 1 113 166 V50 A5 5 0 0 1 118 45 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M120 52 H240 V164 H120 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M120.5 143.8 L151.2 105.8 L172.8 130.4 L199.2 87.8 L239.5 134.9 V163.5 H120.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M120.5 157.3 L160.8 132.6 L194.4 152.8 L218.4 137.1 L239.5 150.6 V163.5 H120.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M142.32 80.0 A10.08 10.08 0 1 0 162.48000000000002 80.0 A10.08 10.08 0 1 0 142.32 80.0 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M120 52 H240 V164 H120 Z"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M171.0 171 V244 M189.0 171 V244 M146.0 244 H214.0"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M20 76 A36 36 0 1 0 92 76 A36 36 0 1 0 20 76 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": 56,
                "path": "M56 54 V76 L72 86"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M56.0 47.0 L56.0 43.5"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M70.5 50.9 L72.0 48.3"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M81.1 61.5 L83.7 60.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M85.0 76.0 L88.5 76.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M81.1 90.5 L83.7 92.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M70.5 101.1 L72.0 103.7"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M56.0 105.0 L56.0 108.5"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M41.5 101.1 L40.0 103.7"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M30.9 90.5 L28.3 92.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M27.0 76.0 L23.5 76.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M30.9 61.5 L28.3 60.0"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M41.5 50.9 L40.0 48.3"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M282 44 H334 A6 6 0 0 1 340 50 V132 A6 6 0 0 1 334 138 H282 A6 6 0 0 1 276 132 V50 A6 6 0 0 1 282 44 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M287.4 75 A4.6 4.6 0 1 0 296.6 75 A4.6 4.6 0 1 0 287.4 75 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M303.4 75 A4.6 4.6 0 1 0 312.6 75 A4.6 4.6 0 1 0 303.4 75 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M319.4 75 A4.6 4.6 0 1 0 328.6 75 A4.6 4.6 0 1 0 319.4 75 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M287.4 91 A4.6 4.6 0 1 0 296.6 91 A4.6 4.6 0 1 0 287.4 91 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M303.4 91 A4.6 4.6 0 1 0 312.6 91 A4.6 4.6 0 1 0 303.4 91 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M319.4 91 A4.6 4.6 0 1 0 328.6 91 A4.6 4.6 0 1 0 319.4 91 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M287.4 107 A4.6 4.6 0 1 0 296.6 107 A4.6 4.6 0 1 0 287.4 107 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M303.4 107 A4.6 4.6 0 1 0 312.6 107 A4.6 4.6 0 1 0 303.4 107 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M319.4 107 A4.6 4.6 0 1 0 328.6 107 A4.6 4.6 0 1 0 319.4 107 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M303.4 123 A4.6 4.6 0 1 0 312.6 123 A4.6 4.6 0 1 0 303.4 123 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M286 57 H286.1 M297 57 H297.1 M308 57 H308.1"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M319 57 H330"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M226 40 A26 26 0 0 1 252 66"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M239 36 A17 17 0 0 1 256 53"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M235 52 A5 5 0 1 0 245 52 A5 5 0 1 0 235 52 Z"
            }
        ], [
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M14 244 H346"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M26 40 H126 A6 6 0 0 1 132 46 V134 A6 6 0 0 1 126 140 H26 A6 6 0 0 1 20 134 V46 A6 6 0 0 1 26 40 Z"
            },
            {
                "line": "ink",
                "ground": "none",
                "middle": -1,
                "path": "M20 66 H132 M44 30 V48 M108 30 V48"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M31 76 H44 V88 H31 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M50 76 H63 V88 H50 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M69 76 H82 V88 H69 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M88 76 H101 V88 H88 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M107 76 H120 V88 H107 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M31 96 H44 V108 H31 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M50 96 H63 V108 H50 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M69 96 H82 V108 H69 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M88 96 H101 V108 H88 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M107 96 H120 V108 H107 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M31 116 H44 V128 H31 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M50 116 H63 V128 H50 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M69 116 H82 V128 H69 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M88 116 H101 V128 H88 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M107 116 H120 V128 H107 Z"
            },
            {
                "line": "ink",
                "ground": "raised",
                "middle": -1,
                "path": "M45 186 H109 A5 5 0 0 1 114 191 V219 A5 5 0 0 1 109 224 H45 A5 5 0 0 1 40 219 V191 A5 5 0 0 1 45 186 Z"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M114 193 H140 V217 H114 Z"
            },
            {
                "line": "quiet",
                "ground": "none",
                "middle": -1,
                "path": "M122 201 H126 M122 209 H126 M54 205 H78"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M94 205 A4 4 0 1 0 102 205 A4 4 0 1 0 94 205 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": -1,
                "path": "M152 205 C176 205 186 190 196 172 M184 174 L197 170 L202 183"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M214 37 H336 A5 5 0 0 1 341 42 V154 A5 5 0 0 1 336 159 H214 A5 5 0 0 1 209 154 V42 A5 5 0 0 1 214 37 Z"
            },
            {
                "line": "line",
                "ground": "raised",
                "middle": -1,
                "path": "M216 44 H334 V152 H216 Z"
            },
            {
                "line": "none",
                "ground": "quiet",
                "middle": -1,
                "path": "M216.5 132.6 L246.7 95.8 L267.9 119.6 L293.9 78.6 L333.5 123.9 V151.5 H216.5 Z"
            },
            {
                "line": "none",
                "ground": "line",
                "middle": -1,
                "path": "M216.5 145.5 L256.1 121.8 L289.2 141.2 L312.8 126.1 L333.5 139.0 V151.5 H216.5 Z"
            },
            {
                "line": "none",
                "ground": "accent",
                "middle": -1,
                "path": "M238.14000000000001 71.0 A9.719999999999999 9.719999999999999 0 1 0 257.58000000000004 71.0 A9.719999999999999 9.719999999999999 0 1 0 238.14000000000001 71.0 Z"
            },
            {
                "line": "line",
                "ground": "none",
                "middle": -1,
                "path": "M216 44 H334 V152 H216 Z"
            },
            {
                "line": "ink",
                "ground": "wall",
                "middle": -1,
                "path": "M266.0 159 V244 M284.0 159 V244 M241.0 244 H309.0"
            },
            {
                "line": "none",
                "ground": "wall",
                "middle": -1,
                "path": "M317 44 A17 17 0 1 0 351 44 A17 17 0 1 0 317 44 Z"
            },
            {
                "line": "accent",
                "ground": "wall",
                "middle": -1,
                "path": "M319 44 A15 15 0 1 0 349 44 A15 15 0 1 0 319 44 Z"
            },
            {
                "line": "accent",
                "ground": "none",
                "middle": 334,
                "path": "M327 44.5 L332 49.5 L341 39"
            }
        ]]
}
